package dev.crossdock.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "1536, 1.5 KB",
        "10239, 10 KB",
        "1022976, 999 KB",
        "1023600, 1.0 MB",
        "104857600, 100 MB",
        "1610612736, 1.5 GB",
        "9223372036854775807, 8.0 EB"
    })
    void sizesHaveThreeDigitsAndAUnit(long bytes, String words) {
        assertEquals(words, Amounts.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1; 1 byte", "0; 0 bytes", "1234567; 1,234,567 bytes"})
    void exactSizesShowEveryDigit(long bytes, String words) {
        assertEquals(words, Amounts.exactBytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 0:00",
        "7, 0:07",
        "750, 12:30",
        "11100, 3:05:00",
        "86399, 23:59:59",
        "187200, 2 d 4 h"
    })
    void timesReadLikeAClock(long seconds, String words) {
        assertEquals(words, Amounts.time(Duration.ofSeconds(seconds)));
    }
}
