package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class ReleaseSignatureTest {

    /// RFC 8032, section 7.1, test 3: two bytes.
    private static final String RFC_KEY =
            "MCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=";

    private static final String RFC_SIGNATURE =
            "YpHWV97sJAJIJ+acOr4BowzlSKKEdDpEXjaA19taw6wY/5tTjRbykK5n92CYTcZZSnwV6XFu0o3AJ77O6h7ECg==";

    private static final byte[] LIST = Lists.list(1, "0.2.0");

    private final Signer signer = new Signer();

    @Test
    void takesTheExampleOfTheStandard() {
        var key = ReleaseSignature.key(RFC_KEY);
        byte[] file = RFC_SIGNATURE.getBytes(StandardCharsets.US_ASCII);
        assertTrue(ReleaseSignature.covers(new byte[] {(byte) 0xAF, (byte) 0x82}, file, key));
        assertFalse(ReleaseSignature.covers(new byte[] {(byte) 0xAF, (byte) 0x83}, file, key));
    }

    @Test
    void coversEachByteOfTheList() {
        byte[] file = signer.sign(LIST);
        assertTrue(ReleaseSignature.covers(LIST, file, signer.key()));
        for (int i = 0; i < LIST.length; i++) {
            byte[] other = LIST.clone();
            other[i] ^= 1;
            assertFalse(ReleaseSignature.covers(other, file, signer.key()), "byte " + i);
        }
        assertFalse(ReleaseSignature.covers(LIST, file, new Signer().key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "<html>", "AAAA\u00E4"})
    void takesNothingElseForASignature(String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        assertFalse(ReleaseSignature.covers(LIST, file, signer.key()));
    }

    @Test
    void aKeyIsAPublicKeyForEd25519() {
        assertEquals(signer.key(), ReleaseSignature.key(signer.base64()));
        for (String wrong :
                new String[] {"", "AAAA", "no key", "MCowBQYDK2VuAyEA" + "A".repeat(43)}) {
            assertThrows(IllegalArgumentException.class, () -> ReleaseSignature.key(wrong), wrong);
        }
    }
}
