package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "1500000, 1.5 MB",
        "104857600, 104.9 MB",
        "9223372036854775807, 9.2 EB"
    })
    void bytesAreToldShortly(long bytes, String words) {
        assertEquals(words, Amount.bytes(bytes));
    }
}
