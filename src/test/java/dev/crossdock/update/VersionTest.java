package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class VersionTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    one,      other,  order
                    0.1.0,    0.1.0,  0
                    0.1,      0.1.0,  0
                    1,        1.0.0,  0
                    0.2.0,    0.1.9,  1
                    0.10.0,   0.9.0,  1
                    0.9.0,    0.10.0, -1
                    10.0.0,   9.9.9,  1
                    1.0.999999, 1.1.0, -1
                    """)
    void comparesNumbersAndNotLetters(String one, String other, int order) {
        assertEquals(
                order, Integer.signum(version(one).compareTo(version(other))), one + " " + other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.",
                ".1",
                "1.2.3.4",
                "1.0-SNAPSHOT",
                "v1.0",
                "-1.0",
                "01.0",
                "1.1000000",
                "1 .0",
                "1.0\n",
                "١.0",
                "${project.version}"
            })
    void refusesWhatIsNoVersionOfARelease(String text) {
        assertEquals(Optional.empty(), Version.parse(text));
    }

    @Test
    void isWrittenWithAllItsNumbers() {
        assertEquals("1.2.0", version("1.2").toString());
        assertThrows(IllegalArgumentException.class, () -> new Version(0, -1, 0));
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }
}
