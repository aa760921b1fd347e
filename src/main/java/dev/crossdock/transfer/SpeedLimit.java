package dev.crossdock.transfer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Holds back what passes this computer, all jobs together, to so many bytes a second.
public final class SpeedLimit {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long BURST = SECOND / 5;
    private static final long NAP = SECOND / 10;

    private final LongSupplier nanos;
    private final Pause pause;
    private final AtomicLong paidUntil = new AtomicLong(Long.MIN_VALUE);
    private volatile long bytesPerSecond;

    /// Waits so many nanoseconds.
    @FunctionalInterface
    interface Pause {
        void of(long nanos) throws InterruptedException;
    }

    /// @param bytesPerSecond 0 for as fast as it goes
    public SpeedLimit(long bytesPerSecond) {
        this(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    SpeedLimit(long bytesPerSecond, LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
        set(bytesPerSecond);
    }

    /// Changes it for running jobs as well; what waits under the old one waits no longer.
    public void set(long other) {
        if (other < 0) {
            throw new IllegalArgumentException("not a speed: " + other);
        }
        bytesPerSecond = other;
        paidUntil.set(Long.MIN_VALUE);
    }

    /// How much to move at a time, so that the wait between stays short.
    int portion(int most) {
        long speed = bytesPerSecond;
        return speed == 0 ? most : Math.clamp(speed / 10, 1, most);
    }

    /// Waits until so many bytes may pass.
    void take(int bytes) throws InterruptedException {
        long speed = bytesPerSecond;
        if (speed == 0) {
            return;
        }
        long cost = (long) ((double) bytes / speed * SECOND);
        long now = nanos.getAsLong();
        long due =
                paidUntil.updateAndGet(before ->
                        before == Long.MIN_VALUE || before - (now - BURST) < 0
                                ? now - BURST + cost
                                : before + cost);
        for (long wait = due - now;
                wait > 0 && speed == bytesPerSecond;
                wait = due - nanos.getAsLong()) {
            pause.of(Math.min(wait, NAP));
        }
    }
}
