package dev.crossdock.ui.control;

import java.util.ResourceBundle;

/// The words of the window, by key.
public final class Strings {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("dev.crossdock.ui.strings");

    private Strings() {}

    public static String text(String key) {
        return WORDS.getString(key);
    }

    /// Puts the values in the places of `{0}`, `{1}`…
    ///
    /// Not `MessageFormat`: it groups numbers and swallows apostrophes.
    public static String text(String key, Object... values) {
        String pattern = WORDS.getString(key);
        var filled = new StringBuilder(pattern.length() + 32);
        int from = 0;
        while (from < pattern.length()) {
            int open = pattern.indexOf('{', from);
            if (open < 0 || open + 2 >= pattern.length()) {
                break;
            }
            filled.append(pattern, from, open);
            filled.append(values[pattern.charAt(open + 1) - '0']);
            from = open + 3;
        }
        return filled.append(pattern, from, pattern.length()).toString();
    }

    /// The key with `.one` for one thing, with `.many` for others; `{0}` is the number.
    public static String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number);
    }
}
