package dev.crossdock.cli;

import java.util.Locale;

/// Makes text from servers safe for a terminal.
///
/// A name may hold escape sequences that move the cursor, or marks that turn the reading direction:
/// what is shown would not be what is there.
final class PlainText {

    private PlainText() {}

    /// A name with everything unprintable written out, `\x1b`.
    static String name(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (isRawByte(point)) {
                        shown.append(hex("\\x%02x", point - 0xDC00));
                    } else if (isHarmless(point)) {
                        shown.appendCodePoint(point);
                    } else {
                        shown.append(hex(point < 0x100 ? "\\x%02x" : "\\u%04x", point));
                    }
                });
        return shown.toString();
    }

    /// A message on one line: unprintable characters and line breaks become single blanks.
    static String line(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(isHarmless(point) ? point : ' '));
        return shown.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            case Character.FORMAT -> !isDirection(point);
            default -> true;
        };
    }

    private static boolean isDirection(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isRawByte(int point) {
        return point >= 0xDC80 && point <= 0xDCFF;
    }

    private static String hex(String format, int value) {
        return String.format(Locale.ROOT, format, value);
    }
}
