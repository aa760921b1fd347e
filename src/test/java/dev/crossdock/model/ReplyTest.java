package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    code, none came about, is of it
                    425,  true,            true
                    521,  true,            true
                    522,  true,            true
                    534,  true,            true
                    535,  true,            true
                    536,  true,            true
                    537,  true,            true
                    426,  false,           true
                    421,  false,           false
                    450,  false,           false
                    520,  false,           false
                    523,  false,           false
                    533,  false,           false
                    550,  false,           false
                    226,  false,           false
                    """)
    void aDataConnectionThatDidNotComeAboutIsNotOneThatBroke(int code, boolean none, boolean of) {
        var reply = new Reply(code, "");

        assertEquals(none, reply.isNoDataConnection());
        assertEquals(of, reply.isOfDataConnection());
    }
}
