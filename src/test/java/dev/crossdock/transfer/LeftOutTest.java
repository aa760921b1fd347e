package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOutTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u0085"})
    void aNameWithALineBreakIsOneLine(String lineBreak) {
        var leftOut = new LeftOut();

        leftOut.add("A name that cannot be sent: /new" + lineBreak + "all is well");

        assertEquals("A name that cannot be sent: /new\u240Aall is well", leftOut.note());
    }
}
