package dev.crossdock.cli;

/// Signals of this process, by way of a shutdown hook.
///
/// A hook cannot change the exit code that Java gives a signal, so it ends the process itself; the
/// main thread, which may be back from the command by then, is stuck in [System#exit] until it
/// does.
final class ProcessSignals implements Signals {

    @Override
    public Runnable onInterrupt(Runnable action) {
        var hook =
                new Thread(
                        () -> {
                            try {
                                action.run();
                            } finally {
                                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                            }
                        },
                        "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> takeBack(hook);
    }

    private static void takeBack(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is running: the process ends with it.
        }
    }
}
