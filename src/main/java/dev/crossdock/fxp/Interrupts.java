package dev.crossdock.fxp;

/// Tells a cancelled job from a lost connection: an interrupt closes the socket that it comes upon.
public final class Interrupts {

    private Interrupts() {}

    /// Goes before whatever takes a broken connection for the fault of a server or of a route.
    ///
    /// @throws InterruptedException if this thread was interrupted
    public static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
