package dev.crossdock.ui.queue;

/// What happens when the queue has done all that was to do.
public enum WhenDone {
    NOTHING,
    NOTIFY,
    QUIT
}
