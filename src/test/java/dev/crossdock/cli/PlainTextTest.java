package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void nameShowsWhatCannotBePrinted() {
        assertEquals("a b\u00fc\uD83D\uDE00", PlainText.name("a b\u00fc\uD83D\uDE00"));
        assertEquals("\\x1b[31m\\x07", PlainText.name("\u001b[31m\u0007"));
        assertEquals("\\x9b\\x7f", PlainText.name("\u009b\u007f"));
        assertEquals("\\xfc", PlainText.name("\uDCFC"));
        assertEquals("\\u202e\\u2066\\u2028", PlainText.name("\u202e\u2066\u2028"));
        assertEquals("\\ud800", PlainText.name("\uD800"));
    }

    @Test
    void messageStaysOnOneLine() {
        assertEquals("550 no way", PlainText.line(" 550 no\r\n way\u0007\n"));
        assertEquals("[2J", PlainText.line("\u001b[2J"));
    }
}
