package dev.crossdock.model;

import java.time.Instant;

/// How far a job is, and how we know.
public sealed interface Progress {

    /// Nobody can tell us.
    record Unknown() implements Progress {}

    /// The bytes passed through this computer and were counted.
    record Counted(long bytes) implements Progress {}

    /// The target said it had this many bytes.
    record Observed(long bytes, Instant when) implements Progress {}
}
