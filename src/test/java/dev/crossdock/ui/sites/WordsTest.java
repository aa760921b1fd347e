package dev.crossdock.ui.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed,           address,          shown
                    a.test,          a.test:2121,      a.test
                    a.test:21,       a.test:21,        a.test:21
                    ' a.test:2121 ', a.test:2121,      a.test
                    ::1,             [::1]:2121,       ::1
                    [::1],           [::1]:2121,       ::1
                    [::1]:990,       [::1]:990,        [::1]:990
                    """)
    void anAddressIsReadWithItsPortOrTheUsualOne(String typed, String address, String shown) {
        var read = Words.address(typed, 2121);
        assertEquals(address, read.toString());
        assertEquals(shown, Words.address(read, 2121));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.test:", "a.test:x", "a.test:0", "a.test:65536", ":21"})
    void whatIsNoAddressIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Words.address(typed, 21));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed,    minutes, shown
                    '',       0,       ''
                    0,        0,       ''
                    2,        120,     +2:00
                    +2:00,    120,     +2:00
                    -3:30,    -210,    -3:30
                    -0:05,    -5,      -0:05
                    """)
    void anOffsetIsHoursAndMinutes(String typed, long minutes, String shown) {
        assertEquals(Duration.ofMinutes(minutes), Words.offset(typed));
        assertEquals(shown, Words.offset(Words.offset(typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2:60", "1:2", "--1", "123", "+"})
    void whatIsNoOffsetIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Words.offset(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "1.5", "9999999999"})
    void whatIsNoNumberWithinTheBoundsIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Words.number(typed, 1, 1000));
    }
}
