package dev.crossdock.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "7, 2407",
        "1b, 241b",
        "7f, 2421",
        "85, fffd",
        "202e, fffd",
        "2067, fffd",
        "2028, fffd",
        "d800, fffd",
        "dc80, fffd"
    })
    void whatCannotBeSeenIsReplaced(String hidden, String shown) {
        String name = "a" + character(hidden) + "b";
        assertEquals("a" + character(shown) + "b", VisibleText.of(name));
    }

    @Test
    void ordinaryNamesStayAsTheyAre() {
        String name = "Größe 100% – 数 🎉.txt";
        assertSame(name, VisibleText.of(name));
    }

    @Test
    void aSurrogateBesideAPairIsReplacedAlone() {
        assertEquals("🎉\uFFFD", VisibleText.of("🎉\uD83C"));
    }

    private static char character(String hex) {
        return (char) Integer.parseInt(hex, 16);
    }
}
