package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;

class CommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    text                              > path
                    '"/" is the current directory'    > /
                    '"/a b" is current'               > /a b
                    '"/a""b" is current directory.'   > /a"b
                    '"/a"b"'                          > /a"b
                    '"home" created'                  > /home
                    '"/a/b/" ok'                      > /a/b
                    """)
    void readsThePathOf257(String text, String path) throws GarbledException {
        assertEquals(path, Commands.pathOf(new Reply(257, text)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no quotes", "\"half"})
    void refusesA257WithoutPath(String text) {
        assertThrows(GarbledException.class, () -> Commands.pathOf(new Reply(257, text)));
    }

    @Test
    void readsSizes() throws GarbledException {
        assertEquals(OptionalLong.of(0), Commands.sizeOf(new Reply(213, "0")));
        assertEquals(
                OptionalLong.of(5_000_000_000L), Commands.sizeOf(new Reply(213, " 5000000000 ")));
        assertEquals(OptionalLong.empty(), Commands.sizeOf(new Reply(550, "no such file")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "12x", "99999999999999999999"})
    void refusesSizesThatAreNone(String text) {
        assertThrows(GarbledException.class, () -> Commands.sizeOf(new Reply(213, text)));
    }
}
