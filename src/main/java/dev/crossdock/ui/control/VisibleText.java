package dev.crossdock.ui.control;

/// Makes names from servers fit to be shown: every character that could hide or disguise something
/// is replaced by one that can be seen.
public final class VisibleText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char DELETE_PICTURE = '\u2421';
    private static final char CONTROL_PICTURES = '\u2400';

    private VisibleText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            shown.append(isHidden(text, i) ? substitute(text.charAt(i)) : text.charAt(i));
        }
        return shown.toString();
    }

    private static char substitute(char hidden) {
        if (hidden < ' ') {
            return (char) (CONTROL_PICTURES + hidden);
        }
        return hidden == '\u007F' ? DELETE_PICTURE : REPLACEMENT;
    }

    private static boolean isHidden(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return Character.isISOControl(c) || turnsDirection(c) || isLineBreak(c);
    }

    /// Marks that reverse what stands behind them: `exe.txt` for `txt.exe`.
    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F';
    }

    private static boolean isLineBreak(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
