package dev.crossdock.queue;

import java.util.Locale;

/// Where a job is in its life.
public enum JobState {
    WAITING,
    RUNNING,
    /// Held back by the user until let go.
    PAUSED,
    DONE,
    SKIPPED,
    FAILED,
    CANCELLED;

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
