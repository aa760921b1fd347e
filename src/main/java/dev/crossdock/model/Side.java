package dev.crossdock.model;

/// Which of the two servers of a transfer: the one that has the file, or the one that gets it.
public enum Side {
    SOURCE,
    TARGET;

    public Side other() {
        return this == SOURCE ? TARGET : SOURCE;
    }

    /// As scripts read it: `source` or `target`.
    public String word() {
        return this == SOURCE ? "source" : "target";
    }
}
