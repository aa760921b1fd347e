package dev.crossdock.model;

import java.util.regex.Pattern;

/// A regular expression that gives up on a name which leads it astray: the user wrote the one, a
/// server the other.
final class BoundedRegex implements NameMatcher {

    /// No file system that is in use has longer names.
    static final int LONGEST_NAME = 1_024;

    private static final int MOST_LOOKS = 100_000;

    private final Pattern pattern;

    BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public Answer matches(String name) {
        if (name.length() > LONGEST_NAME) {
            return Answer.GAVE_UP;
        }
        try {
            return pattern.matcher(new Counted(name)).find() ? Answer.YES : Answer.NO;
        } catch (TooManyLooks astray) {
            return Answer.GAVE_UP;
        }
    }

    /// Counts how often the expression looks at a character.
    private static final class Counted implements CharSequence {

        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("too many looks", null, false, false);
        }
    }
}
