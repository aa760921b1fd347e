package dev.crossdock.cli;

import picocli.CommandLine.Option;

/// Whether what was chosen in the window counts.
final class RuleOptions {

    @Option(
            names = "--no-rules",
            description =
                    "Leave out what was chosen for these servers in the window. Without it that"
                            + " holds wherever no option says otherwise: the method, the relay,"
                            + " data that is not encrypted, checksums.")
    private boolean noRules;

    boolean heeded() {
        return !noRules;
    }
}
