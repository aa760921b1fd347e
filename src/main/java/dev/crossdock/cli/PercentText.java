package dev.crossdock.cli;

import dev.crossdock.model.WireText;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Text with `%XX` in it, to and fro.
///
/// `%XX` stands for a byte. Bytes that are UTF-8 become its characters, each other byte a lone
/// surrogate, see [dev.crossdock.model.WireText].
@SuppressWarnings("OrphanedFormatString") // %XX in a message is just that
final class PercentText {

    // What RFC 3986 lets stand in a path, and the slash.
    private static final String PLAIN = "-._~!$&'()*+,;=:@/";

    private PercentText() {}

    /// @throws UsageException if a `%` has no two digits behind it, or a line break or NUL is in it
    static String decode(String text) throws UsageException {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new UsageException(
                    "This locale cannot carry one of the characters; write it as %XX, or set"
                            + " LC_ALL=C.UTF-8.");
        }
        var bytes = new ByteArrayOutputStream(text.length());
        int start = 0;
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', start)) {
            bytes.writeBytes(encode(text.substring(start, at)));
            bytes.write(octet(text, at + 1));
            start = at + 3;
        }
        bytes.writeBytes(encode(text.substring(start)));
        String decoded = WireText.decode(bytes.toByteArray());
        if (decoded.chars().anyMatch(c -> c == '\r' || c == '\n' || c == '\0')) {
            throw new UsageException(
                    "A line break or NUL (%0D, %0A, %00) cannot stand in a place.");
        }
        return decoded;
    }

    /// The path of a URL, in ASCII.
    static String encodePath(String path) {
        var encoded = new StringBuilder(path.length());
        for (byte value : WireText.encode(path)) {
            char c = (char) (value & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(value));
            }
        }
        return encoded.toString();
    }

    private static int octet(String text, int at) throws UsageException {
        if (at + 2 <= text.length()
                && HexFormat.isHexDigit(text.charAt(at))
                && HexFormat.isHexDigit(text.charAt(at + 1))) {
            return HexFormat.fromHexDigits(text, at, at + 2);
        }
        throw new UsageException(
                "After a % two hexadecimal digits must follow; a % itself is written %25.");
    }

    private static byte[] encode(String text) throws UsageException {
        try {
            return WireText.encode(text);
        } catch (IllegalArgumentException _) {
            throw new UsageException("A place holds half a character; write it as %XX.");
        }
    }
}
