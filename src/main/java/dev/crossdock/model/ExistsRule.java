package dev.crossdock.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What to do when the target already has a file of that name.
public enum ExistsRule {
    ASK,
    SKIP,
    OVERWRITE,
    /// If the source's file was changed later; where a time is not told, the file is left alone.
    OVERWRITE_NEWER,
    /// If one file is bigger than the other.
    OVERWRITE_OTHER_SIZE,
    /// If either holds. Of files of one size the times decide.
    OVERWRITE_NEWER_OR_OTHER_SIZE,
    RESUME,
    RENAME,
    /// Leave the file alone and report a failure.
    FAIL;

    /// As scripts read it: `overwrite-newer`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ExistsRule> ofWord(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }

    /// Whether sizes or times of both files decide which of them stays.
    public boolean isAboutVersions() {
        return switch (this) {
            case OVERWRITE_NEWER, OVERWRITE_OTHER_SIZE, OVERWRITE_NEWER_OR_OTHER_SIZE -> true;
            case ASK, SKIP, OVERWRITE, RESUME, RENAME, FAIL -> false;
        };
    }

    /// Whether it may take the times of both files to follow it.
    public boolean needsTimes() {
        return switch (this) {
            case OVERWRITE_NEWER, OVERWRITE_NEWER_OR_OTHER_SIZE -> true;
            case ASK, SKIP, OVERWRITE, OVERWRITE_OTHER_SIZE, RESUME, RENAME, FAIL -> false;
        };
    }
}
