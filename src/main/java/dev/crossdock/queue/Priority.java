package dev.crossdock.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which jobs go first: all of a higher one before any of a lower one.
public enum Priority {
    HIGH(0),
    NORMAL(1),
    LOW(2);

    private final int number;

    Priority(int number) {
        this.number = number;
    }

    /// What it is by in the queue's file; a higher priority has a lower number.
    int number() {
        return number;
    }

    /// @throws IllegalArgumentException if there is none by that number
    static Priority numbered(long number) {
        return Arrays.stream(values())
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority " + number));
    }

    /// As scripts read it: `high`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
