package dev.crossdock.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text as servers send it: UTF-8 (RFC 2640) unless the site says otherwise, whatever else it may
/// be.
///
/// A byte that is not part of valid text becomes the lone surrogate U+DC00 + byte and turns back
/// into the same byte on its way out, so every name that a server lists can be asked for again.
public final class WireText {

    private static final int ESCAPE = 0xDC00;

    /// What begins another alphabet, in charsets of seven bits such as ISO-2022-JP: SO, SI, ESC.
    private static final String SHIFTS = "\u000E\u000F\u001B";

    private WireText() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    public static String decode(byte[] bytes, int offset, int length) {
        return decoded(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /// The same for a server that speaks another charset, in which ASCII is ASCII. What the charset
    /// would not turn back into the very same bytes is kept byte by byte.
    public static String decode(byte[] bytes, int offset, int length, Charset charset) {
        String text = decoded(bytes, offset, length, charset);
        if (charset.equals(StandardCharsets.UTF_8) || isAscii(bytes, offset, length)) {
            return text;
        }
        try {
            byte[] back = encode(text, charset);
            if (Arrays.equals(back, 0, back.length, bytes, offset, offset + length)) {
                return text;
            }
        } catch (CharacterCodingException oneWay) {
            // Some charsets read more than they can write.
        }
        return escaped(bytes, offset, length);
    }

    public static byte[] encode(String text) {
        try {
            return encode(text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("The text is not valid Unicode.", loneSurrogate);
        }
    }

    /// @throws CharacterCodingException if the charset has not all of these characters
    public static byte[] encode(String text, Charset charset) throws CharacterCodingException {
        var out = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                encodeProper(text, start, i, charset, out);
                out.write(text.charAt(i) & 0xFF);
                start = i + 1;
            }
        }
        encodeProper(text, start, text.length(), charset, out);
        return out.toByteArray();
    }

    /// Whether the text holds bytes that are not UTF-8.
    public static boolean hasForeignBytes(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether [#encode] takes it: no half of a character but those that stand for bytes.
    public static boolean isSendable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) && (c < ESCAPE + 0x80 || c > ESCAPE + 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(CharSequence text, int index) {
        char c = text.charAt(index);
        boolean behindHighSurrogate =
                index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF && !behindHighSurrogate;
    }

    private static String decoded(byte[] bytes, int offset, int length, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out =
                CharBuffer.allocate((int) (length * (double) decoder.maxCharsPerByte()) + 2);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            out.put(escape(in.get()));
            decoder.reset();
        }
    }

    private static String escaped(byte[] bytes, int offset, int length) {
        var text = new StringBuilder(length);
        for (int i = offset; i < offset + length; i++) {
            text.append(escape(bytes[i]));
        }
        return text.toString();
    }

    private static char escape(byte value) {
        return value < 0 ? (char) (ESCAPE | (value & 0xFF)) : (char) value;
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0 || SHIFTS.indexOf(bytes[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void encodeProper(
            String text, int start, int end, Charset charset, ByteArrayOutputStream out)
            throws CharacterCodingException {
        if (start < end) {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text, start, end));
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        }
    }
}
