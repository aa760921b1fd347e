package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;

import java.time.Duration;
import java.util.Optional;

/// Compares a file with the one that it may replace. Pure.
final class Outdated {

    /// Servers tell whole seconds, some file systems keep less than what was set.
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private Outdated() {}

    /// Why the file at the target is left alone; empty if it is to be replaced. A time that is not
    /// known is no reason to replace anything.
    ///
    /// @param rule one of those about sizes and times
    /// @param source name of the source site
    /// @param file the file at the target, in words
    static Optional<String> reasonToKeep(
            ExistsRule rule, FileVersion now, FileVersion there, String source, String file) {
        boolean otherSize = now.size() != there.size();
        return switch (rule) {
            case OVERWRITE_OTHER_SIZE ->
                    otherSize ? Optional.empty() : Optional.of(sameSize(file, source, there));
            case OVERWRITE_NEWER -> unlessNewer(now, there, source, file);
            case OVERWRITE_NEWER_OR_OTHER_SIZE ->
                    otherSize ? Optional.empty() : unlessNewer(now, there, source, file);
            case ASK, SKIP, OVERWRITE, RESUME, RENAME, FAIL ->
                    throw new IllegalArgumentException("not about sizes or times: " + rule);
        };
    }

    private static Optional<String> unlessNewer(
            FileVersion now, FileVersion there, String source, String file) {
        if (now.modified().isEmpty()) {
            return Optional.of(
                    "%s was left alone: %s does not tell when its file was changed."
                            .formatted(file, source));
        }
        if (there.modified().isEmpty()) {
            return Optional.of(
                    "%s was left alone: nobody tells when it was changed.".formatted(file));
        }
        boolean newer = now.modified().get().isAfter(there.modified().get().plus(TOLERANCE));
        return newer
                ? Optional.empty()
                : Optional.of("%s is not older than the file on %s.".formatted(file, source));
    }

    private static String sameSize(String file, String source, FileVersion there) {
        return "%s has %,d bytes, as on %s.".formatted(file, there.size(), source);
    }
}
