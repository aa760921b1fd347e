package dev.crossdock.model;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which names of files or folders are meant; upper and lower case are the same.
///
/// @param text `*` and `?` for any characters and any one in a wildcard, which is for the whole
///   name; a regular expression is looked for anywhere in it
public record NamePattern(String text, Syntax syntax, Scope scope) {

    static final int LONGEST = 500;

    public enum Syntax {
        WILDCARD,
        REGEX
    }

    public enum Scope {
        FILES,
        FOLDERS,
        BOTH;

        boolean covers(JobSpec.Kind kind) {
            return switch (this) {
                case FILES -> kind == JobSpec.Kind.FILE;
                case FOLDERS -> kind == JobSpec.Kind.FOLDER;
                case BOTH -> true;
            };
        }
    }

    public NamePattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A pattern for names is not blank.");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A pattern for names has at most %d characters.".formatted(LONGEST));
        }
        if (syntax == Syntax.REGEX) {
            Pattern _ = compiled(text);
        }
    }

    /// For the names of files.
    public static NamePattern files(String wildcard) {
        return new NamePattern(wildcard, Syntax.WILDCARD, Scope.FILES);
    }

    NameMatcher matcher() {
        return switch (syntax) {
            case WILDCARD -> new Wildcard(text);
            case REGEX -> new BoundedRegex(compiled(text));
        };
    }

    @Override
    public String toString() {
        return text;
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "“%s” is not a regular expression: %s.".formatted(text, wrong.getDescription()),
                    wrong);
        }
    }
}
