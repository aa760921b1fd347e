package dev.crossdock.cli;

/// How a command tells a script what came of it.
final class ExitCode {

    /// All done and verified; skipped counts as done.
    static final int DONE = 0;

    /// Some file failed, no line of a listing could be read, a file of `probe --try` stayed, or the
    /// queue to carry out had been damaged and was set aside.
    static final int SOME_FAILED = 1;

    /// The command line was wrong.
    static final int USAGE = 2;

    /// Nothing could start: login, trust, no route.
    static final int NOT_STARTED = 3;

    /// Interrupted; both servers were ended cleanly first.
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
