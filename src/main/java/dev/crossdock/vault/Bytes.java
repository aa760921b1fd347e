package dev.crossdock.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;

/// Bytes to and from what people and files hold.
final class Bytes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Bytes() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if it is no Base64
    static byte[] of(String text) {
        return Base64.getDecoder().decode(text);
    }

    /// Two bytes for each char, whatever it is; nothing is lost.
    static byte[] ofChars(CharSequence chars) {
        byte[] bytes = new byte[chars.length() * 2];
        ByteBuffer.wrap(bytes).asCharBuffer().put(CharBuffer.wrap(chars));
        return bytes;
    }

    /// A password as UTF-8, the same however a keyboard puts its accents together (NFC).
    static byte[] ofPassword(char[] password) {
        CharBuffer typed = CharBuffer.wrap(password);
        // The usual case leaves no String behind that nobody can wipe.
        CharBuffer same =
                Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                        ? typed
                        : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC));
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(same);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.rewind().put(new byte[bytes.length]);
        return bytes;
    }
}
