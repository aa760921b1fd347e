package dev.crossdock.ui.queue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// Makes a speed out of byte counts that come in jumps.
///
/// Each new count weighs as much as the time it covers: a smoothing over about three seconds. A
/// count that does not move for a while pulls the speed down; one that falls starts anew.
final class SpeedGauge {

    private static final double MEMORY_SECONDS = 3;

    private @Nullable Instant lastChange;
    private long lastBytes;
    private double speed = Double.NaN;

    /// Takes what is known now.
    void update(long bytes, Instant now) {
        Instant before = lastChange;
        if (before == null || bytes < lastBytes) {
            lastChange = now;
            lastBytes = bytes;
            speed = Double.NaN;
            return;
        }
        double seconds = Duration.between(before, now).toNanos() / 1e9;
        if (bytes == lastBytes || seconds <= 0) {
            return;
        }
        double measured = (bytes - lastBytes) / seconds;
        double weight = 1 - Math.exp(-seconds / MEMORY_SECONDS);
        speed = Double.isNaN(speed) ? measured : speed + weight * (measured - speed);
        lastChange = now;
        lastBytes = bytes;
    }

    /// Bytes a second; empty until two counts were seen.
    OptionalDouble speed(Instant now) {
        Instant since = lastChange;
        if (since == null || Double.isNaN(speed)) {
            return OptionalDouble.empty();
        }
        double idle = Duration.between(since, now).toNanos() / 1e9 - MEMORY_SECONDS;
        return OptionalDouble.of(idle <= 0 ? speed : speed * Math.exp(-idle / MEMORY_SECONDS));
    }
}
