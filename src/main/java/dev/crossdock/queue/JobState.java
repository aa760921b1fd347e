package dev.crossdock.queue;

/// Where a job is in its life.
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    SKIPPED,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, SKIPPED, FAILED, CANCELLED -> true;
        };
    }
}
