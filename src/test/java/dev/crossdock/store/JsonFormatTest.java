package dev.crossdock.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class JsonFormatTest {

    private final JsonFormat format = new JsonFormat(2, "sites");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    text                                         | why
                    ``                                           | not a JSON object
                    ` `                                          | not a JSON object
                    null                                         | not a JSON object
                    []                                           | not a JSON object
                    "version"                                    | not a JSON object
                    {                                            | not valid JSON (line 1
                    {"version":2,"sites":[                       | not valid JSON (line 1
                    {"version":2,"sites":[{"name":"be            | not valid JSON (line 1
                    {"version":2,"sites":[]                      | not valid JSON (line 1
                    {"version":2,"sites":[]}}                    | not valid JSON (line 1
                    {"version":2,"sites":[]} {"version":2}       | not valid JSON
                    {"version":2,"version":2,"sites":[]}         | not valid JSON (line 1
                    {"version":2,"sites":[NaN]}                  | not valid JSON (line 1
                    {'version':2,'sites':[]}                     | not valid JSON (line 1
                    {"version":2,"sites":[] /* mine */}          | not valid JSON (line 1
                    <sites/>                                     | not valid JSON (line 1
                    {}                                           | no version
                    {"sites":[]}                                 | no version
                    {"version":"2","sites":[]}                   | no version
                    {"version":2.0,"sites":[]}                   | no version
                    {"version":null,"sites":[]}                  | no version
                    {"version":0,"sites":[]}                     | no version
                    {"version":-1,"sites":[]}                    | no version
                    {"version":3,"sites":[]}                     | newer Crossdock wrote it (version 3)
                    {"version":99999999999999999999,"sites":[]}  | newer Crossdock
                    {"version":2}                                | no list of sites
                    {"version":2,"sites":{}}                     | no list of sites
                    {"version":2,"sites":"none"}                 | no list of sites
                    {"version":2,"sites":null}                   | no list of sites
                    """)
    void badFilesAreRefusedWithTheReason(String text, String why) {
        assertBad(text.getBytes(StandardCharsets.UTF_8), why);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void thisVersionAndOlderOnesAreRead(int version) {
        byte[] bytes =
                ("{\"version\":" + version + ",\"sites\":[]}").getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Content.Good.class, format.parse(bytes));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes =
                "{\"version\":2,\"sites\":[\"\u00e4\"]}".getBytes(StandardCharsets.ISO_8859_1);
        assertInstanceOf(Content.Bad.class, format.parse(bytes));
    }

    @Test
    void aFileOfZerosIsRefused() {
        assertInstanceOf(Content.Bad.class, format.parse(new byte[4096]));
    }

    @Test
    void aFileOverSixteenMebibytesIsRefused() {
        byte[] bytes = new byte[JsonFormat.MAX_BYTES + 1];
        Arrays.fill(bytes, (byte) ' ');
        assertBad(bytes, "larger than 16 MiB");
    }

    @Test
    void deepNestingIsRefused() {
        assertBad(within("[".repeat(1_000_000) + "]".repeat(1_000_000)), "nested too deep");
    }

    @Test
    void anEndlessTextIsRefused() {
        assertBad(within("\"" + "x".repeat(1_000_000) + "\""), "too long");
    }

    @Test
    void anEndlessNumberIsRefused() {
        assertBad(within("9".repeat(1_000_000)), "too long");
    }

    @Test
    void anEndlessFieldNameIsRefused() {
        assertBad(within("{\"" + "x".repeat(1_000_000) + "\":1}"), "too long");
    }

    @Test
    void halfASurrogatePairSurvivesTheRoundTrip() throws IOException {
        // How names stand that a server did not send as UTF-8.
        String odd = "a\udc80\u00e4\ud83d\ude00\ud83d\u0000\"\\";
        var root = format.root();
        root.putArray("sites").add(odd);
        var read = assertInstanceOf(Content.Good.class, format.parse(format.bytes(root)));
        assertEquals(odd, read.root().path("sites").get(0).textValue());
    }

    @Test
    void nothingIsWrittenThatCouldNotBeReadAgain() {
        var root = format.root();
        var list = root.putArray("sites");
        for (int i = 0; i < 300; i++) {
            list.add("x".repeat(60_000));
        }
        assertThrows(IOException.class, () -> format.bytes(root));
    }

    private byte[] within(String value) {
        return ("{\"version\":2,\"sites\":[" + value + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private void assertBad(byte[] bytes, String why) {
        var bad = assertInstanceOf(Content.Bad.class, format.parse(bytes));
        assertTrue(bad.why().contains(why), bad.why());
    }
}
