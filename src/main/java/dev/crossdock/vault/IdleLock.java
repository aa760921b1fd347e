package dev.crossdock.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Knows when the vault was used last, and looks from time to time whether that is too long ago.
///
/// It looks at least once a minute, since timers stand still while a computer sleeps. Guarded by
/// the vault's monitor but for the look itself.
final class IdleLock {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Runnable look;
    private Duration idle = Duration.ZERO;
    private Instant used = Instant.EPOCH;
    private final AtomicLong watch = new AtomicLong();

    /// @param look is to ask [#isDue] and [#watch] for the next look
    IdleLock(InstantSource clock, Runnable look) {
        this.clock = clock;
        this.look = look;
    }

    void after(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("not a time to wait: " + other);
        }
        idle = other;
    }

    void used() {
        used = clock.instant();
    }

    boolean isDue() {
        return !idle.isZero() && left().compareTo(Duration.ZERO) <= 0;
    }

    /// Looks when the time is over; what was planned before comes to nothing.
    void watch() {
        long number = watch.incrementAndGet();
        if (!idle.isZero()) {
            Duration pause = left().compareTo(LONGEST_PAUSE) < 0 ? left() : LONGEST_PAUSE;
            Executor later =
                    CompletableFuture.delayedExecutor(
                            Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
            later.execute(() -> lookIf(number));
        }
    }

    void stop() {
        watch.incrementAndGet();
    }

    private void lookIf(long number) {
        if (number == watch.get()) {
            look.run();
        }
    }

    private Duration left() {
        return Duration.between(clock.instant(), used.plus(idle));
    }
}
