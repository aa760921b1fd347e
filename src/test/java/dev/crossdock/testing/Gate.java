package dev.crossdock.testing;

/// Holds back replies until the test lets them through, one by one or all.
public final class Gate {

    private long permits;
    private int waiting;

    /// Lets the next so many through.
    public synchronized void letThrough(int replies) {
        permits += replies;
        notifyAll();
    }

    /// Lets all through, from now on.
    public void open() {
        letThrough(Integer.MAX_VALUE);
    }

    /// How many stand before the gate.
    public synchronized int waiting() {
        return waiting;
    }

    synchronized void pass() throws InterruptedException {
        waiting++;
        try {
            while (permits == 0) {
                wait();
            }
            permits--;
        } finally {
            waiting--;
        }
    }
}
