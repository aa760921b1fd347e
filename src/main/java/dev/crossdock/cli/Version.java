package dev.crossdock.cli;

import dev.crossdock.about.Build;

/// What `--version` says.
final class Version {

    private Version() {}

    static String line() {
        return "crossdock " + Build.here().name();
    }
}
