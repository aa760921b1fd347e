package dev.crossdock.cli;

import java.util.Optional;

/// What `--version` says.
final class Version {

    private Version() {}

    /// From the manifest of the jar; not there in an IDE.
    static String line() {
        return "crossdock "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("development");
    }
}
