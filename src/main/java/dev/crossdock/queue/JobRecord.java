package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;

import java.time.Instant;
import java.util.Optional;

/// A job as it is kept: moves only by the named transitions, a wrong one is refused.
///
/// @param parent the folder job it came from
/// @param batch the same for all jobs that were added in one go, and for their children
/// @param attempts how often it was started
public record JobRecord(
        JobId id,
        JobSpec spec,
        Optional<JobId> parent,
        long batch,
        Instant asked,
        JobState state,
        Optional<Outcome> outcome,
        Optional<Instant> started,
        Optional<Instant> ended,
        int attempts) {

    static JobRecord waiting(
            JobId id, JobSpec spec, Optional<JobId> parent, long batch, Instant asked) {
        return new JobRecord(
                id,
                spec,
                parent,
                batch,
                asked,
                JobState.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    JobRecord start(Instant now) {
        require(state == JobState.WAITING, "start");
        return new JobRecord(
                id,
                spec,
                parent,
                batch,
                asked,
                JobState.RUNNING,
                Optional.empty(),
                Optional.of(now),
                Optional.empty(),
                attempts + 1);
    }

    JobRecord end(Outcome how, Instant now) {
        require(!state.isEnd(), "end");
        return new JobRecord(
                id,
                spec,
                parent,
                batch,
                asked,
                stateAfter(how),
                Optional.of(how),
                started,
                Optional.of(now),
                attempts);
    }

    JobRecord lineUpAgain(Instant now) {
        require(state.isEnd() && state != JobState.DONE, "line up again");
        return new JobRecord(
                id,
                spec,
                parent,
                batch,
                now,
                JobState.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                attempts);
    }

    private void require(boolean allowed, String step) {
        if (!allowed) {
            throw new IllegalStateException("cannot " + step + " a job that is " + state);
        }
    }

    private static JobState stateAfter(Outcome how) {
        return switch (how) {
            case Outcome.Done _, Outcome.Expanded _ -> JobState.DONE;
            case Outcome.Skipped _ -> JobState.SKIPPED;
            case Outcome.Failed _ -> JobState.FAILED;
            case Outcome.Cancelled _ -> JobState.CANCELLED;
        };
    }
}
