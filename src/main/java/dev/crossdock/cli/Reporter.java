package dev.crossdock.cli;

/// Tells of each file as it ends.
@FunctionalInterface
interface Reporter {
    void ended(FileReport report);
}
