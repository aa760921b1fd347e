package dev.crossdock.exchange;

/// Makes text of a file fit for a sentence.
final class Words {

    private static final int LONGEST = 600;

    private Words() {}

    /// One line of bounded length.
    static String line(String text) {
        return cut(plain(text), LONGEST);
    }

    /// The same in quotes, shorter.
    static String quoted(String text) {
        String plain = plain(text);
        return "“" + (plain.length() > 60 ? cut(plain, 60) + "…" : plain) + "”";
    }

    /// Without control characters and blanks at the ends.
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(Character.isISOControl(c) ? ' ' : (char) c));
        return plain.toString().strip();
    }

    /// At most so many characters, none of them halved.
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halved ? longest - 1 : longest).strip();
    }
}
