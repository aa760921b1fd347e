package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    code, preliminary, positive, intermediate, transient
                    100,  true,        false,    false,        false
                    199,  true,        false,    false,        false
                    200,  false,       true,     false,        false
                    299,  false,       true,     false,        false
                    350,  false,       false,    true,         false
                    421,  false,       false,    false,        true
                    599,  false,       false,    false,        false
                    """)
    void aReplysFirstDigitSaysWhatItMeans(
            int code, boolean preliminary, boolean positive, boolean intermediate, boolean later) {
        var reply = new Reply(code, "first\nsecond");

        assertEquals(preliminary, reply.isPreliminary());
        assertEquals(positive, reply.isPositive());
        assertEquals(intermediate, reply.isIntermediate());
        assertEquals(later, reply.isTransient());
        assertEquals("first", reply.firstLine());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 600, 1000})
    void aReplyHasACodeOfThreeDigits(int code) {
        assertThrows(IllegalArgumentException.class, () -> new Reply(code, ""));
    }

    @Test
    void aRoutesRolesFitItsMethod() {
        Optional<Side> nobody = Optional.empty();
        var source = Optional.of(Side.SOURCE);

        assertThrows(IllegalArgumentException.class, () -> new Route(Method.RELAY, source, nobody));
        assertThrows(IllegalArgumentException.class, () -> new Route(Method.PROXY, source, nobody));
        assertThrows(IllegalArgumentException.class, () -> new Route(Method.PROXY, nobody, source));
        assertThrows(IllegalArgumentException.class, () -> new Route(Method.CLEAR, source, source));
        assertEquals(Protection.CLEAR, Route.clear(Side.SOURCE).protection());
        assertEquals(Protection.RELAYED_TLS, Route.relay().protection());
    }

    @Test
    void anEntryHasANameThatStaysInItsFolder() {
        assertThrows(IllegalArgumentException.class, () -> Entry.file("../x", 1));
        assertThrows(IllegalArgumentException.class, () -> Entry.folder(".."));
    }

    @Test
    void aFingerprintIsShownInPairs() {
        var certificate =
                new Certificate(
                        "CN=a",
                        "CN=b",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(),
                        "0123456789abcdef".repeat(4),
                        false);

        assertEquals(95, certificate.fingerprint().length());
        assertEquals("01:23:45", certificate.fingerprint().substring(0, 8));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Certificate(
                                "", "", Instant.EPOCH, Instant.EPOCH, List.of(), "AB", false));
    }

    @Test
    void scriptsReadTheSameWordsForEver() {
        assertEquals("no-route", Failure.Kind.NO_ROUTE.word());
        assertEquals("relayed-tls", Protection.RELAYED_TLS.word());
        assertEquals(Optional.of(Method.PROXY), Method.ofWord("proxy"));
        assertEquals(Optional.empty(), Method.ofWord("PROXY"));
        assertEquals("source", Side.TARGET.other().word());
    }
}
