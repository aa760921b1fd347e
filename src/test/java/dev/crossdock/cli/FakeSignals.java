package dev.crossdock.cli;

/// Ctrl-C at the moment a test chooses.
final class FakeSignals implements Signals {

    private volatile Runnable action = () -> {};

    @Override
    public Runnable onInterrupt(Runnable wanted) {
        action = wanted;
        return () -> action = () -> {};
    }

    /// Returns when the command has had its time to end.
    void interrupt() {
        action.run();
    }
}
