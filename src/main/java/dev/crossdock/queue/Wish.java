package dev.crossdock.queue;

import java.time.Instant;
import java.util.Optional;

/// How jobs are to be lined up.
///
/// @param notBefore when they may start at the earliest
/// @param paused they wait until let go
public record Wish(Priority priority, Optional<Instant> notBefore, boolean paused) {

    /// As soon as it is their turn.
    public static final Wish USUAL = new Wish(Priority.NORMAL, Optional.empty(), false);
}
