package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.OptionalDouble;

class SpeedGaugeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// Counts as `second:bytes`.
    @ParameterizedTest
    @CsvSource({
        "0:0 1:1000 2:2000 3:3000, 3, 1000",
        "0:500 1:1500, 1, 1000",
        "0:0 2:1000, 2, 500",
        // Polled often, while the target tells a new size only every second.
        "0:0 0.5:0 1:1000 1.5:1000 2:2000, 2, 1000",
        // After a while the old speed is forgotten.
        "0:0 1:1000 31:301000, 31, 10000",
        // A target that starts anew.
        "0:0 1:1000 2:0 3:300, 3, 300"
    })
    void theSpeedFollowsTheCounts(String counts, double at, double speed) {
        var gauge = new SpeedGauge();
        feed(gauge, counts);
        assertEquals(speed, gauge.speed(second(at)).orElseThrow(), speed * 0.01);
    }

    @Test
    void oneCountIsNoSpeed() {
        var gauge = new SpeedGauge();
        feed(gauge, "0:1000");
        assertEquals(OptionalDouble.empty(), gauge.speed(second(1)));
    }

    @Test
    void aCountThatStandsStillPullsTheSpeedDown() {
        var gauge = new SpeedGauge();
        feed(gauge, "0:0 1:1000");
        assertEquals(1000, gauge.speed(second(3)).orElseThrow(), 1, "not at once");
        assertTrue(gauge.speed(second(20)).orElseThrow() < 20, "but in the end");
    }

    @Test
    void aJumpIsSmoothed() {
        var gauge = new SpeedGauge();
        feed(gauge, "0:0 1:1000 2:2000 3:12000");
        double speed = gauge.speed(second(3)).orElseThrow();
        assertTrue(speed > 1000 && speed < 5000, "speed " + speed);
    }

    private static void feed(SpeedGauge gauge, String counts) {
        for (String count : counts.split(" ")) {
            String[] parts = count.split(":");
            gauge.update(Long.parseLong(parts[1]), second(Double.parseDouble(parts[0])));
        }
    }

    private static Instant second(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }
}
