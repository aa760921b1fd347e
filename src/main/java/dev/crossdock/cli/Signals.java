package dev.crossdock.cli;

/// How Ctrl-C and the end of a session reach a command.
@FunctionalInterface
interface Signals {

    /// Runs the action when the process is told to end, then ends it as interrupted.
    ///
    /// @return takes the action back
    Runnable onInterrupt(Runnable action);
}
