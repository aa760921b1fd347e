package dev.crossdock.queue;

/// Whether the queue as a whole goes on.
public enum Hold {
    /// Jobs start as it is their turn.
    NONE,
    /// Nothing new starts; what runs may end.
    AFTER_CURRENT,
    /// What runs is stopped too, and goes on from there later.
    NOW
}
