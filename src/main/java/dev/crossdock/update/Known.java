package dev.crossdock.update;

import java.time.Instant;
import java.util.Optional;

/// What the user can be told about newer versions.
///
/// @param checked when it was looked last
/// @param words what came of that, if it was
/// @param trouble whether nothing came of it
/// @param newer what is worth a notice: newer than this build and not skipped
public record Known(
        Version own,
        Optional<Instant> checked,
        String words,
        boolean trouble,
        Optional<Finding.Newer> newer) {}
