package dev.crossdock.site;

import dev.crossdock.model.Evidence;

import java.time.Instant;

/// One thing that earlier connections taught.
///
/// @param evidence proven or refuted; its words are shortened, and are without control characters
public record Memo(Topic topic, Evidence evidence) {

    static final int MOST_WORDS = 300;

    public Memo {
        evidence =
                switch (evidence) {
                    case Evidence.Proven proven -> proven;
                    case Evidence.Refuted(String words, Instant when) ->
                            new Evidence.Refuted(brief(words), when);
                    case Evidence.Untried _, Evidence.Advertised _ ->
                            throw new IllegalArgumentException("Only what was tried is learned.");
                };
    }

    /// When it was proven or refuted last.
    public Instant when() {
        return switch (evidence) {
            case Evidence.Proven(Instant when) -> when;
            case Evidence.Refuted(_, Instant when) -> when;
            case Evidence.Untried _, Evidence.Advertised _ -> throw new IllegalStateException();
        };
    }

    /// What the server said when it was refuted; empty if it was proven.
    public String words() {
        return evidence instanceof Evidence.Refuted(String words, _) ? words : "";
    }

    boolean isProven() {
        return evidence instanceof Evidence.Proven;
    }

    /// A server may have said anything, of any length.
    private static String brief(String words) {
        var brief = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int point = words.codePointAt(at);
            at += Character.charCount(point);
            if (brief.length() + Character.charCount(point) > MOST_WORDS) {
                break;
            }
            if (!isControl(point)) {
                brief.appendCodePoint(point);
            } else if (!brief.isEmpty() && brief.charAt(brief.length() - 1) != ' ') {
                brief.append(' ');
            }
        }
        return brief.toString().strip();
    }

    /// Line breaks and what turns the reading direction too.
    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
