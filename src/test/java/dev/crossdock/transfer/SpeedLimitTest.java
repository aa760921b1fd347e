package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/// On a clock that only waiting moves.
class SpeedLimitTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now = 5;
    private long changeAt = Long.MAX_VALUE;
    private long changeTo;
    private final SpeedLimit limit = new SpeedLimit(0, () -> now, this::pass);

    @Test
    void withoutALimitNobodyWaits() throws InterruptedException {
        limit.take(1_000_000_000);
        assertEquals(0, waited().toNanos());
    }

    @ParameterizedTest
    @CsvSource({"1000, 10000", "500000, 2000000", "1, 3"})
    void whatPassesKeepsToTheLimit(long speed, int bytes) throws InterruptedException {
        limit.set(speed);
        for (int left = bytes; left > 0; ) {
            int portion = limit.portion(left);
            limit.take(portion);
            left -= portion;
        }
        double seconds = bytes / (double) speed;
        assertEquals(seconds, waited().toNanos() / (double) SECOND, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"0", "1000000"})
    void aChangeEndsTheWaitsThatTheOldLimitMade(long speed) throws InterruptedException {
        limit.set(1);
        changeAt = now + SECOND;
        changeTo = speed;
        limit.take(250_000);
        assertTrue(waited().toMillis() < 1_200, "waited " + waited());
        limit.take(100);
        assertTrue(waited().toMillis() < 1_400, "waited " + waited());
    }

    private Duration waited() {
        return Duration.ofNanos(now - 5);
    }

    private void pass(long nanos) {
        now += nanos;
        if (now >= changeAt) {
            limit.set(changeTo);
        }
    }
}
