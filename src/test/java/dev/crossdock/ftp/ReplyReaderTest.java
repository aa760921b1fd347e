package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class ReplyReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    wire                                       > code > text
                    '220 ready\\r\\n'                          > 220  > ready
                    '220 ready\\n'                             > 220  > ready
                    '220\\r\\n'                                > 220  > ''
                    '220 \\r\\n'                               > 220  > ''
                    '230-hello\\r\\n230 there\\r\\n'           > 230  > hello/there
                    '230-hello\\r\\nfree text\\r\\n230 x\\r\\n' > 230 > hello/free text/x
                    '230-a\\r\\n230-b\\r\\n230 c\\r\\n'        > 230  > a/b/c
                    '211-F:\\r\\n SIZE\\r\\n211 End\\r\\n'     > 211  > F:/ SIZE/End
                    '230-a\\r\\n220 b\\r\\n230 c\\r\\n'        > 230  > a/220 b/c
                    '230-a\\r\\n2301 b\\r\\n230 c\\r\\n'       > 230  > a/2301 b/c
                    """)
    void readsOneReply(String wire, int code, String text) throws IOException {
        assertEquals(new Reply(code, text.replace('/', '\n')), reader(unescaped(wire)).read());
    }

    @Test
    void repliesInOnePieceAreReadOneByOne() throws IOException {
        ReplyReader reader = reader("200 one\r\n226-two\r\n226 end\r\n200 three\r\n");

        assertEquals(200, reader.read().code());
        assertEquals("two\nend", reader.read().text());
        assertEquals("three", reader.read().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n",
                "22\r\n",
                "2200 x\r\n",
                "000 x\r\n",
                "600 x\r\n",
                "\r\n",
                "-20 x\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 400 Bad Request\r\n",
                "٢٢٠ x\r\n"
            })
    void whatIsNoReplyIsRefused(String wire) {
        assertThrows(GarbledException.class, () -> reader(wire).read());
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsNoticed() {
        assertEquals(
                "The server hung up in the middle of a reply.",
                assertThrows(LostException.class, () -> reader("226-par").read()).getMessage());
        assertThrows(LostException.class, () -> reader("226-par\r\nmore\r\n").read());
        assertThrows(LostException.class, () -> reader("").read());
    }

    @Test
    void aLineWithoutEndIsCutShort() {
        assertThrows(
                GarbledException.class,
                () -> reader("220 " + "x".repeat(10_000_000) + "\r\n").read());
    }

    @Test
    void aReplyWithoutEndIsCutShort() {
        assertThrows(
                GarbledException.class,
                () -> reader("220-x\r\n" + "line\r\n".repeat(1_000_000)).read());
    }

    @Test
    void theTranscriptHearsTheLinesAsTheyCame() throws IOException {
        var heard = new ArrayList<String>();
        new ReplyReader(
                        new ByteArrayInputStream(bytes("211-F\r\n A\r\n211 E\r\n")),
                        StandardCharsets.UTF_8,
                        heard::add)
                .read();

        assertEquals(List.of("211-F", " A", "211 E"), heard);
    }

    private static ReplyReader reader(String wire) {
        return new ReplyReader(
                new ByteArrayInputStream(bytes(wire)), StandardCharsets.UTF_8, _ -> {});
    }

    private static byte[] bytes(String wire) {
        return wire.getBytes(StandardCharsets.UTF_8);
    }

    private static String unescaped(String wire) {
        return wire.replace("\\r", "\r").replace("\\n", "\n");
    }
}
