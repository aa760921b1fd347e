package dev.crossdock.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text as servers send it: UTF-8 (RFC 2640), whatever else it may be.
///
/// A byte that is not part of valid UTF-8 becomes the lone surrogate U+DC00 + byte and turns back
/// into the same byte on its way out, so every name that a server lists can be asked for again.
public final class WireText {

    private static final int ESCAPE = 0xDC00;

    private WireText() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    public static String decode(byte[] bytes, int offset, int length) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE | (in.get() & 0xFF)));
            }
        }
    }

    public static byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                encodeProper(text, start, i, out);
                out.write(text.charAt(i) & 0xFF);
                start = i + 1;
            }
        }
        encodeProper(text, start, text.length(), out);
        return out.toByteArray();
    }

    /// Whether the text holds bytes that are not UTF-8.
    public static boolean hasForeignBytes(String text) {
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

    private static boolean isEscape(String text, int index) {
        char c = text.charAt(index);
        boolean behindHighSurrogate =
                index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF && !behindHighSurrogate;
    }

    private static void encodeProper(String text, int start, int end, ByteArrayOutputStream out) {
        if (start == end) {
            return;
        }
        try {
            ByteBuffer bytes =
                    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text, start, end));
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("The text is not valid Unicode.", loneSurrogate);
        }
    }
}
