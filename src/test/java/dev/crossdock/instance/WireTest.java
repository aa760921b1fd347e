package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

class WireTest {

    private static final String ODD = "ä\ud800\n\u2028\0\ud83d\ude00";

    private final Wire wire = new Wire();

    @Test
    void aRequestArrivesAsItWasSentAndOnlyAsciiTravels() throws IOException {
        byte[] line = wire.request(7, "add", wire.object().put("name", ODD));
        assertTrue(isAsciiOnOneLine(line));
        var request = assertInstanceOf(Wire.Request.class, wire.read(line));
        assertEquals(7, request.id().asInt());
        assertEquals("add", request.command());
        assertEquals(ODD, request.arguments().path("name").asText());
    }

    @Test
    void anAnswerArrivesAsItWasSent() throws IOException {
        byte[] line = wire.answer(IntNode.valueOf(7), TextNode.valueOf(ODD));
        assertTrue(isAsciiOnOneLine(line));
        assertEquals(ODD, wire.outcome(line, 7).asText());
    }

    @ParameterizedTest(name = "{index} {2}")
    @MethodSource("refusals")
    void whatIsNoRequestIsRefused(String line, InstanceException.Kind kind, String message) {
        var bad =
                assertInstanceOf(
                        Wire.Bad.class, wire.read(line.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(kind, bad.kind());
        assertTrue(bad.message().contains(message), bad.message());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                usage("", "not a JSON object"),
                usage("[]", "not a JSON object"),
                usage("null", "not a JSON object"),
                usage("{", "not valid JSON"),
                usage("GET / HTTP/1.1", "not valid JSON"),
                usage(good("{}") + good("{}"), "not valid JSON"),
                usage(good("{\"a\":1,\"a\":2}"), "not valid JSON"),
                usage(good("{\"a\":\"\u00ff\u00fe\"}"), "not"),
                usage(good("{\"a\":" + "[".repeat(100_000)), "nested too deep"),
                usage(good("{\"a\":[" + "{},".repeat(300_000) + "{}]}"), "holds too much"),
                usage(good("{\"a\":\"" + "x".repeat(2 << 20) + "\"}"), "holds too much"),
                usage(good("{\"a\":" + "9".repeat(100_000) + "}"), "holds too much"),
                usage(good("[]"), "no object with arguments"),
                usage("{\"v\":1,\"id\":1,\"command\":\"x\"}", "no object with arguments"),
                usage("{\"v\":1,\"id\":1,\"arguments\":{}}", "no command"),
                usage("{\"v\":1,\"id\":1,\"command\":\" \",\"arguments\":{}}", "no command"),
                usage("{\"v\":1,\"id\":1,\"command\":{},\"arguments\":{}}", "no command"),
                usage("{\"v\":1,\"id\":1,\"command\":\"" + "x".repeat(65) + "\"}", "no command"),
                usage("{\"v\":1,\"command\":\"x\",\"arguments\":{}}", "no whole number"),
                usage("{\"v\":1,\"id\":{},\"command\":\"x\"}", "no whole number"),
                usage("{\"v\":1,\"id\":1e99,\"command\":\"x\"}", "no whole number"),
                version("{\"id\":1,\"command\":\"x\",\"arguments\":{}}"),
                version("{\"v\":2,\"id\":1}"),
                version("{\"v\":\"1\",\"id\":1}"),
                version("{\"v\":1.0,\"id\":1}"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("noAnswers")
    void whatIsNoAnswerIsRefused(String line) {
        var refused =
                assertThrows(
                        IOException.class,
                        () -> wire.outcome(line.getBytes(StandardCharsets.US_ASCII), 7));
        assertEquals(IOException.class, refused.getClass());
    }

    static Stream<String> noAnswers() {
        return Stream.of(
                "",
                "7",
                "{}",
                "{\"id\":7}",
                "{\"id\":8,\"answer\":1}",
                "{\"answer\":1}",
                "{\"id\":7,\"error\":null}",
                "{\"id\":7,\"answer\":",
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anErrorArrivesWithItsKind(String word, InstanceException.Kind kind) {
        String line = "{\"id\":null,\"error\":{\"kind\":\"" + word + "\",\"message\":\"No.\"}}";
        var refused =
                assertThrows(
                        InstanceException.class,
                        () -> wire.outcome(line.getBytes(StandardCharsets.US_ASCII), 7));
        assertEquals(kind, refused.kind());
        assertEquals("No.", refused.getMessage());
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("usage", InstanceException.Kind.USAGE),
                Arguments.of("failed", InstanceException.Kind.FAILED),
                Arguments.of("version", InstanceException.Kind.VERSION),
                Arguments.of("new", InstanceException.Kind.FAILED));
    }

    @Test
    void whatIsTooLongForALineIsNotSent() throws IOException {
        var big = wire.object();
        for (int i = 0; i < 9; i++) {
            big.put("a" + i, "x".repeat(1 << 20));
        }
        assertThrows(InstanceException.class, () -> wire.request(1, "x", big));
        byte[] instead = wire.answer(IntNode.valueOf(1), big);
        var refused = assertThrows(InstanceException.class, () -> wire.outcome(instead, 1));
        assertEquals("The answer is longer than 8 MiB.", refused.getMessage());
    }

    private static boolean isAsciiOnOneLine(byte[] line) {
        for (byte b : line) {
            if (b < ' ') {
                return false;
            }
        }
        return true;
    }

    private static String good(String arguments) {
        return "{\"v\":1,\"id\":1,\"command\":\"x\",\"arguments\":" + arguments + "}";
    }

    private static Arguments usage(String line, String message) {
        return Arguments.of(line, InstanceException.Kind.USAGE, message);
    }

    private static Arguments version(String line) {
        return Arguments.of(line, InstanceException.Kind.VERSION, "another version");
    }
}
