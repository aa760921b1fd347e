package dev.crossdock.queue;

/// Where to in the line, among the jobs of the same priority.
public enum Move {
    TOP,
    UP,
    DOWN,
    BOTTOM
}
