package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.TransferPolicy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A job as it is kept: moves only by the named transitions, a wrong one is refused.
///
/// @param parent the folder job it came from
/// @param batch the same for all jobs that were added in one go, and for their children
/// @param order its place in the line, see [Rank]; it keeps it when it is tried again
/// @param asked when the user asked for it, or asked for it again
/// @param due when it may start at the earliest
/// @param cut the program ended in the middle of a run, and none has come to an end since
/// @param outcome how its last run ended; of a job that waits, why it is tried again
/// @param end the number of its end, higher than that of any job that ended before
/// @param attempts how often it was started since the user asked for it
/// @param trip what its last run came to
record JobRecord(
        JobId id,
        JobSpec spec,
        Optional<JobId> parent,
        long batch,
        long order,
        Instant asked,
        JobState state,
        Optional<Instant> due,
        boolean cut,
        Optional<Outcome> outcome,
        Optional<Instant> started,
        Optional<Instant> ended,
        OptionalLong end,
        int attempts,
        Trip trip) {

    static JobRecord added(
            JobId id,
            JobSpec spec,
            Optional<JobId> parent,
            long batch,
            long order,
            Instant asked,
            Wish wish) {
        return new JobRecord(
                id,
                spec,
                parent,
                batch,
                order,
                asked,
                wish.paused() ? JobState.PAUSED : JobState.WAITING,
                wish.notBefore(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                Trip.NONE);
    }

    Rank rank() {
        return new Rank(end.orElse(order), id);
    }

    JobRecord start(Instant now) {
        require(state == JobState.WAITING, "start");
        return new Draft(this)
                .to(JobState.RUNNING)
                .due(Optional.empty())
                .outcome(Optional.empty())
                .started(Optional.of(now))
                .attempts(attempts + 1)
                .record();
    }

    JobRecord end(Outcome how, Instant now, long number, Trip last) {
        require(!state.isEnd(), "end");
        return new Draft(this)
                .trip(last)
                .to(stateAfter(how))
                .due(Optional.empty())
                .cut(false)
                .outcome(Optional.of(how))
                .ended(Optional.of(now), OptionalLong.of(number))
                .record();
    }

    /// Back in its place after a run that may do better later.
    JobRecord tryLater(Outcome why, Instant when, Trip last) {
        require(state == JobState.RUNNING, "try later");
        return new Draft(this)
                .trip(last)
                .to(JobState.WAITING)
                .due(Optional.of(when))
                .outcome(Optional.of(why))
                .record();
    }

    /// Back in its place after a run that was stopped for no fault of its own; that was no try.
    ///
    /// @param paused until it is let go
    JobRecord stop(boolean paused) {
        require(state == JobState.RUNNING, "stop");
        return new Draft(this)
                .to(paused ? JobState.PAUSED : JobState.WAITING)
                .attempts(Math.max(0, attempts - 1))
                .record();
    }

    /// What the start of the program makes of a job that was running at the end of the last.
    JobRecord found() {
        require(state == JobState.RUNNING, "find");
        return new Draft(this)
                .to(JobState.WAITING)
                .cut(true)
                .attempts(Math.max(0, attempts - 1))
                .record();
    }

    JobRecord pause() {
        require(state == JobState.WAITING, "pause");
        return new Draft(this).to(JobState.PAUSED).record();
    }

    /// Lets a paused job, or one that waits for its time, start when it is its turn.
    JobRecord letGo() {
        require(state == JobState.PAUSED || state == JobState.WAITING, "let go");
        return new Draft(this).to(JobState.WAITING).due(Optional.empty()).record();
    }

    JobRecord lineUpAgain(Instant now) {
        require(state.isEnd() && state != JobState.DONE, "line up again");
        return new Draft(this)
                .to(JobState.WAITING)
                .asked(now)
                .outcome(Optional.empty())
                .ended(Optional.empty(), OptionalLong.empty())
                .attempts(0)
                .record();
    }

    JobRecord at(long other) {
        require(!state.isEnd(), "move");
        return new Draft(this).order(other).record();
    }

    JobRecord dueAt(Optional<Instant> when) {
        require(state == JobState.WAITING || state == JobState.PAUSED, "put off");
        return new Draft(this).due(when).record();
    }

    JobRecord ruled(ExistsRule rule) {
        return under(spec.policy().with(rule));
    }

    JobRecord under(TransferPolicy policy) {
        return new Draft(this).spec(spec.to(spec.targetPath(), policy)).record();
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

    /// The next state of a job in the making.
    private static final class Draft {

        private final JobRecord from;
        private JobSpec spec;
        private long order;
        private Instant asked;
        private JobState state;
        private Optional<Instant> due;
        private boolean cut;
        private Optional<Outcome> outcome;
        private Optional<Instant> started;
        private Optional<Instant> ended;
        private OptionalLong end;
        private int attempts;
        private Trip trip;

        Draft(JobRecord from) {
            this.from = from;
            spec = from.spec;
            order = from.order;
            asked = from.asked;
            state = from.state;
            due = from.due;
            cut = from.cut;
            outcome = from.outcome;
            started = from.started;
            ended = from.ended;
            end = from.end;
            attempts = from.attempts;
            trip = from.trip;
        }

        /// The source's size may be known better now.
        Draft trip(Trip value) {
            trip = value;
            if (value.size().isPresent()) {
                spec = spec.sized(value.size().getAsLong());
            }
            return this;
        }

        Draft spec(JobSpec value) {
            spec = value;
            return this;
        }

        Draft order(long value) {
            order = value;
            return this;
        }

        Draft asked(Instant value) {
            asked = value;
            return this;
        }

        Draft to(JobState value) {
            state = value;
            return this;
        }

        Draft due(Optional<Instant> value) {
            due = value;
            return this;
        }

        Draft cut(boolean value) {
            cut = value;
            return this;
        }

        Draft outcome(Optional<Outcome> value) {
            outcome = value;
            return this;
        }

        Draft started(Optional<Instant> value) {
            started = value;
            return this;
        }

        Draft ended(Optional<Instant> when, OptionalLong number) {
            ended = when;
            end = number;
            return this;
        }

        Draft attempts(int value) {
            attempts = value;
            return this;
        }

        JobRecord record() {
            return new JobRecord(
                    from.id,
                    spec,
                    from.parent,
                    from.batch,
                    order,
                    asked,
                    state,
                    due,
                    cut,
                    outcome,
                    started,
                    ended,
                    end,
                    attempts,
                    trip);
        }
    }
}
