package dev.crossdock.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes of a text file to text, whatever wrote it: the mark at its beginning counts, then what an
/// XML declaration says, then UTF-8 if it is that, else what Windows writes in the West.
final class TextBytes {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\s*<\\?xml\\s[^>]{0,120}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private TextBytes() {}

    static String decode(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return unicode(bytes, 3);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        return declared(bytes)
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> unicode(bytes, 0));
    }

    /// UTF-8 if it is that throughout.
    static String unicode(byte[] bytes, int from) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, bytes.length - from, WINDOWS);
        }
    }

    private static Optional<Charset> declared(byte[] bytes) {
        var head =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, LONGEST_DECLARATION),
                        StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(head);
        if (!declaration.lookingAt()) {
            return Optional.empty();
        }
        String name = declaration.group(1);
        try {
            // What could be read byte by byte so far is no UTF-16, whatever it says.
            return Charset.isSupported(name) && !name.toUpperCase(Locale.ROOT).startsWith("UTF")
                    ? Optional.of(Charset.forName(name))
                    : Optional.empty();
        } catch (IllegalCharsetNameException noName) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
