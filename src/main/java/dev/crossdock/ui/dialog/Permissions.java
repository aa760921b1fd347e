package dev.crossdock.ui.dialog;

import java.util.Optional;

/// Unix permissions in octal digits and in letters.
final class Permissions {

    private static final String LETTERS = "rwxrwxrwx";

    private Permissions() {}

    /// `rwxr-x---` as `750`; empty for anything else, such as the MLST `perm` fact.
    static Optional<String> octal(String letters) {
        if (!letters.matches("([r-][w-][xsStT-]){3}")) {
            return Optional.empty();
        }
        int bits = 0;
        int special = 0;
        for (int i = 0; i < 9; i++) {
            char c = letters.charAt(i);
            if (c == LETTERS.charAt(i) || c == 's' || c == 't') {
                bits |= 1 << (8 - i);
            }
            if (i % 3 == 2 && "sStT".indexOf(c) >= 0) {
                special |= 4 >> (i / 3);
            }
        }
        String digits = String.format("%03o", bits);
        return Optional.of(special == 0 ? digits : special + digits);
    }

    /// `750` as `rwxr-x---`; empty if these are not three or four octal digits.
    static Optional<String> words(String digits) {
        if (!digits.matches("[0-7]{3,4}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(digits.substring(digits.length() - 3), 8);
        var letters = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            letters.append((bits & 1 << (8 - i)) != 0 ? LETTERS.charAt(i) : '-');
        }
        if (digits.length() == 4) {
            int special = digits.charAt(0) - '0';
            for (int i = 0; i < 3; i++) {
                if ((special & 4 >> i) != 0) {
                    int at = i * 3 + 2;
                    char mark = i == 2 ? 't' : 's';
                    boolean runs = letters.charAt(at) == 'x';
                    letters.setCharAt(at, runs ? mark : Character.toUpperCase(mark));
                }
            }
        }
        return Optional.of(letters.toString());
    }
}
