package dev.crossdock.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which jobs go first: all of a higher one before any of a lower one.
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    /// As scripts read it: `high`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
