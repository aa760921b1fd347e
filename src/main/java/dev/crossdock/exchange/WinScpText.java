package dev.crossdock.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// How WinSCP writes text and hides passwords.
final class WinScpText {

    private static final int MAGIC = 0xA3;
    private static final int FLAG = 0xFF;
    private static final int SHORT = 0;
    private static final int LONG = 2;

    private WinScpText() {}

    /// With `%XX` turned back into bytes; a byte order mark or not, they are UTF-8 if they can be.
    static String unescaped(String text) {
        if (text.indexOf('%') < 0 && text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2)) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                int length = Character.charCount(text.codePointAt(i));
                bytes.writeBytes(text.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
                i += length - 1;
            }
        }
        String decoded = TextBytes.unicode(bytes.toByteArray(), 0);
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    /// Empty if it is damaged, or kept under WinSCP's master password.
    ///
    /// @param login user and host together, which stand before the password
    static Optional<char[]> password(String hidden, String login) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hidden.strip());
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (~bytes[i] ^ MAGIC);
        }
        return shown(bytes, login.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<char[]> shown(byte[] bytes, byte[] login) {
        var in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 4 || (in.get() & 0xFF) != FLAG) {
            return Optional.empty();
        }
        int version = in.get() & 0xFF;
        int length;
        if (version == SHORT) {
            length = in.get() & 0xFF;
        } else if (version == LONG && in.remaining() >= 3) {
            length = in.getShort() & 0xFFFF;
        } else {
            return Optional.empty();
        }
        int shift = in.get() & 0xFF;
        if (in.remaining() < shift + length || length < login.length) {
            return Optional.empty();
        }
        int start = in.position() + shift;
        int prefix = start + login.length;
        return Arrays.equals(bytes, start, prefix, login, 0, login.length)
                ? Secrets.utf8(bytes, prefix, start + length)
                : Optional.empty();
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at));
    }
}
