package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Route;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A job as the screen sees it at one moment.
///
/// @param parent the folder job it came from
/// @param size of the source in bytes, as far as it is known
/// @param note what the job is doing, in a few words; may be empty
/// @param attempts how often it was started
public record JobView(
        JobId id,
        JobSpec spec,
        JobState state,
        Optional<JobId> parent,
        OptionalLong size,
        Progress progress,
        Optional<Route> route,
        String note,
        Optional<Outcome> outcome,
        Optional<Instant> started,
        Optional<Instant> ended,
        int attempts) {}
