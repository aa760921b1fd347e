package dev.crossdock.queue;

import java.util.Arrays;
import java.util.Locale;

/// Where a job is in its life.
public enum JobState {
    WAITING(0),
    RUNNING(1),
    /// Held back by the user until let go.
    PAUSED(2),
    DONE(3),
    SKIPPED(4),
    FAILED(5),
    CANCELLED(6);

    private final int number;

    JobState(int number) {
        this.number = number;
    }

    /// What it is by in the queue's file; what has not ended has the lowest numbers.
    int number() {
        return number;
    }

    /// @throws IllegalArgumentException if there is none by that number
    static JobState numbered(int number) {
        return Arrays.stream(values())
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + number));
    }

    public boolean isEnd() {
        return switch (this) {
            case WAITING, RUNNING, PAUSED -> false;
            case DONE, SKIPPED, FAILED, CANCELLED -> true;
        };
    }

    /// The list that shows a job in this state.
    public QueueList list() {
        return switch (this) {
            case WAITING, RUNNING, PAUSED -> QueueList.OPEN;
            case FAILED -> QueueList.FAILED;
            case DONE, SKIPPED, CANCELLED -> QueueList.ENDED;
        };
    }

    /// As scripts read it: `waiting`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
