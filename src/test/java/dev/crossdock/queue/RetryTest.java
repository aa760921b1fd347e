package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class RetryTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    tries, spread, seconds
                    1,     0,      2.5
                    1,     1,      5
                    2,     1,      10
                    2,     0.5,    7.5
                    3,     1,      20
                    8,     1,      600
                    8,     0,      300
                    70,    1,      600
                    """)
    void theDelayDoublesToACapAndIsSpread(int tries, double spread, double seconds) {
        assertEquals(
                Duration.ofMillis(Math.round(seconds * 1_000)), Retry.USUAL.delay(tries, spread));
    }

    @Test
    void thereIsALastTry() {
        assertEquals(true, Retry.USUAL.allows(4));
        assertEquals(false, Retry.USUAL.allows(5));
        assertEquals(false, Retry.NEVER.allows(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new Retry(0, second, second));
        assertThrows(IllegalArgumentException.class, () -> new Retry(1, Duration.ZERO, second));
        assertThrows(
                IllegalArgumentException.class, () -> new Retry(1, second.plus(second), second));
    }
}
