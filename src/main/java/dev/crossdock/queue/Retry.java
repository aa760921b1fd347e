package dev.crossdock.queue;

import java.time.Duration;

/// When a job that may do better later is tried again by itself. Pure.
///
/// The delay doubles from try to try up to a longest one, and is spread over its second half, so
/// that jobs which failed together do not come back together.
///
/// @param tries how often a job is started in all before it counts as failed
/// @param first delay after the first try
/// @param longest delay of all
public record Retry(int tries, Duration first, Duration longest) {

    public static final Retry NEVER = new Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    public static final Retry USUAL = new Retry(5, Duration.ofSeconds(5), Duration.ofMinutes(10));

    private static final int MOST_DOUBLINGS = 30;

    public Retry {
        if (tries < 1 || !first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("no way to try again");
        }
    }

    boolean allows(int triesSoFar) {
        return triesSoFar < tries;
    }

    /// @param triesSoFar at least one
    /// @param spread where in the second half of the delay, from 0 to 1
    Duration delay(int triesSoFar, double spread) {
        long factor = 1L << Math.min(triesSoFar - 1, MOST_DOUBLINGS);
        Duration whole =
                first.compareTo(longest.dividedBy(factor)) > 0
                        ? longest
                        : first.multipliedBy(factor);
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(half + Math.round(half * Math.clamp(spread, 0, 1)));
    }
}
