package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ByteRateTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed,     bytes,               word
                    1,         1,                   1
                    800,       800,                 800
                    500K,      500000,              500K
                    500k,      500000,              500K
                    0.5M,      500000,              500K
                    2M,        2000000,             2M
                    1.5m,      1500000,             1.5M
                    1500K,     1500000,             1.5M
                    1G,        1000000000,          1G
                    0.001K,    1,                   1
                    0.0015K,   1,                   1
                    1.234567M, 1234567,             1234567
                    9223372036G, 9223372036000000000, 9223372036G
                    """)
    void whatIsTypedIsBytesASecond(String typed, long bytes, String word) {
        var rate = ByteRate.parse(typed).orElseThrow();
        assertEquals(bytes, rate.bytesPerSecond());
        assertEquals(word, rate.word());
        assertEquals(Optional.of(rate), ByteRate.parse(rate.word()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.9",
                "0.0001K",
                "-1K",
                "K",
                "fast",
                "500 K",
                "500KB",
                "1,5M",
                "1e6",
                "9223372037G",
                "18446744073.709552G"
            })
    void theRestIsNoSpeed(String typed) {
        assertEquals(Optional.empty(), ByteRate.parse(typed));
    }

    @Test
    void noneIsNoSpeed() {
        assertThrows(IllegalArgumentException.class, () -> new ByteRate(0));
    }
}
