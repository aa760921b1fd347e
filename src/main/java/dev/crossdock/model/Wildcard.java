package dev.crossdock.model;

import java.util.Arrays;

/// A pattern of `*` and `?` for a whole name; it takes at most the name's length times its own.
final class Wildcard implements NameMatcher {

    private final int[] pattern;

    Wildcard(String text) {
        this.pattern = folded(text);
    }

    @Override
    public Answer matches(String name) {
        return matches(folded(name)) ? Answer.YES : Answer.NO;
    }

    /// On a mismatch the latest `*` takes one character more; the ones before need not.
    private boolean matches(int[] name) {
        int at = 0;
        int i = 0;
        int star = -1;
        int taken = 0;
        while (i < name.length) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                taken = i;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == name[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }

    private static int[] folded(String text) {
        var folded = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            folded[count] = Character.toLowerCase(Character.toUpperCase(c));
        }
        return count == folded.length ? folded : Arrays.copyOf(folded, count);
    }
}
