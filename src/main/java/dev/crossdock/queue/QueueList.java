package dev.crossdock.queue;

/// The lists in which the queue is shown; every job is in one of them.
public enum QueueList {
    /// What has not ended: running jobs first, then the line.
    OPEN,
    /// What needs somebody to look at it, in the order in which it failed.
    FAILED,
    /// The record of what was done, skipped or cancelled, in the order in which it ended.
    ENDED
}
