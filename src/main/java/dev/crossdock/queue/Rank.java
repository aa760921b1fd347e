package dev.crossdock.queue;

import dev.crossdock.model.JobId;

/// Where a job stands in one of the queue's lists; smaller comes first.
///
/// For a job that has not ended, the order is its priority and, below that, its place in the line;
/// jobs that were added in one go share a place and stand in the order of their ids. For one that
/// has ended it is the number of its end.
public record Rank(long order, JobId id) implements Comparable<Rank> {

    /// How far apart the places are that new jobs get, so that others can be put between them.
    static final long STEP = 1L << 32;

    /// The first place of all; there is as much room before it as behind it.
    static final long MIDDLE = 1L << 60;

    private static final long PLACES = 1L << 61;

    /// What every running job comes before.
    private static final long RUNNING = -PLACES;

    static long order(Priority priority, long place) {
        if (place <= 0 || place >= PLACES) {
            throw new IllegalArgumentException("no such place in the line: " + place);
        }
        return priority.number() * PLACES + place;
    }

    /// The order in which jobs that run are shown, before all that wait.
    static long running(long start) {
        return RUNNING + start;
    }

    static Priority priority(long order) {
        return Priority.numbered(order / PLACES);
    }

    static long place(long order) {
        return order % PLACES;
    }

    /// The orders of a priority lie above this one.
    static long floor(Priority priority) {
        return priority.number() * PLACES;
    }

    /// The orders of a priority lie below this one.
    static long ceiling(Priority priority) {
        return floor(priority) + PLACES;
    }

    @Override
    public int compareTo(Rank other) {
        int byOrder = Long.compare(order, other.order);
        return byOrder != 0 ? byOrder : id.compareTo(other.id);
    }
}
