package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class SpeedHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SpeedHistory history = new SpeedHistory();

    @Test
    void whatWasMeasuredInOneSecondIsOnePoint() {
        history.add(10, START);
        history.add(20, START.plusMillis(500));
        history.add(60, START.plusMillis(900));
        history.add(5, START.plusMillis(1000));
        assertEquals(2, history.points().size());
        assertEquals(30, history.points().getFirst().speed());
        assertEquals(30, history.highest());
        assertEquals(17.5, history.mean());
    }

    @Test
    void whatIsOlderThanFiveMinutesIsForgotten() {
        for (int second = 0; second < 1_000; second++) {
            history.add(second, START.plusSeconds(second));
        }
        assertEquals(300, history.points().size());
        assertEquals(700, history.points().getFirst().speed());
    }
}
