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
/// @param rank where it stands in the list that its state names
/// @param parent the folder job it came from
/// @param batch the same for all jobs that were added in one go, and for their children
/// @param size of the source in bytes, as far as it is known
/// @param note what the job is doing, in a few words; may be empty
/// @param due when it may start at the earliest
/// @param cut the program ended in the middle of its last run
/// @param outcome how its last run ended; of a job that waits, why it is tried again
/// @param attempts how often it was started since the user asked for it
public record JobView(
        JobId id,
        JobSpec spec,
        JobState state,
        Rank rank,
        Priority priority,
        Optional<JobId> parent,
        long batch,
        OptionalLong size,
        Progress progress,
        Optional<Route> route,
        String note,
        Optional<Instant> due,
        boolean cut,
        Optional<Outcome> outcome,
        Optional<Instant> started,
        Optional<Instant> ended,
        int attempts) {

    /// The list that shows it.
    public QueueList list() {
        return state.list();
    }
}
