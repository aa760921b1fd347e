package dev.crossdock.update;

import java.net.URI;
import java.time.LocalDate;

/// One version that was published.
///
/// @param news one line of what is new
/// @param page where a person reads more and gets it
/// @param security it mends a weakness of the versions before it
public record Release(Version version, LocalDate date, String news, URI page, boolean security) {

    static final int LONGEST_NEWS = 200;
    static final int LONGEST_PAGE = 300;

    public Release {
        if (news.isBlank() || news.length() > LONGEST_NEWS || !isOneLine(news)) {
            throw new IllegalArgumentException(
                    "What is new is one line of at most " + LONGEST_NEWS + " characters.");
        }
        if (!HttpsAddress.is(page) || page.toString().length() > LONGEST_PAGE) {
            throw new IllegalArgumentException(
                    "The page of a release is a short address with https.");
        }
    }

    /// Nothing in it breaks the line, hides or turns what stands beside it.
    private static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(each ->
                        switch (Character.getType(each)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR,
                                    Character.SURROGATE,
                                    Character.UNASSIGNED ->
                                    true;
                            default -> false;
                        });
    }
}
