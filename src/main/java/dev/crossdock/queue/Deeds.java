package dev.crossdock.queue;

import dev.crossdock.model.Outcome;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Runs.Stop;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What the user may want done to a job. In a state in which it makes no sense nothing is done.
/// Owned by the queue's thread.
final class Deeds {

    static final Set<JobState> UNSTARTED = Set.of(JobState.WAITING, JobState.PAUSED);

    private final Books books;
    private final Runs runs;
    private final Clock clock;

    /// What is done to one job.
    interface Deed {
        void to(JobRecord job);
    }

    Deeds(Books books, Runs runs, Clock clock) {
        this.books = books;
        this.runs = runs;
        this.clock = clock;
    }

    void cancel(JobRecord job) {
        if (!job.state().isEnd() && !runs.stop(job.id(), Stop.CANCEL)) {
            var outcome = new Outcome.Cancelled("");
            put(job, job.end(outcome, clock.instant(), books.nextEnding(), job.trip()));
        }
    }

    void retry(JobRecord job) {
        if (isRetriable(job)) {
            put(job, job.lineUpAgain(clock.instant()));
            runs.forgetRests();
        }
    }

    void retry(JobRecord job, TransferPolicy policy) {
        if (isRetriable(job)) {
            put(job, job.lineUpAgain(clock.instant()).under(policy));
            runs.forgetRests();
        }
    }

    void remove(JobRecord job) {
        // A folder that is still being listed has to know which of its jobs there were.
        boolean needed = job.parent().flatMap(runs::find).isPresent();
        if (job.state().isEnd() && !needed) {
            books.remove(job);
        }
    }

    /// A running job is stopped and goes on from there when it is let go.
    void pause(JobRecord job) {
        if (job.state() == JobState.WAITING) {
            put(job, job.pause());
        } else if (job.state() == JobState.RUNNING) {
            boolean _ = runs.stop(job.id(), Stop.PAUSE);
        }
    }

    void letGo(JobRecord job) {
        boolean held = job.state() == JobState.PAUSED || job.due().isPresent();
        if (held && !job.state().isEnd()) {
            put(job, job.letGo());
        }
    }

    void startAt(JobRecord job, Instant when) {
        if (UNSTARTED.contains(job.state())) {
            put(job, job.letGo().dueAt(Optional.of(when)));
        }
    }

    void prioritize(JobRecord job, Priority priority) {
        if (UNSTARTED.contains(job.state())) {
            put(job, job.at(Rank.order(priority, Rank.place(job.order()))));
        }
    }

    private void put(JobRecord before, JobRecord after) {
        books.put(before, after, null);
    }

    private static boolean isRetriable(JobRecord job) {
        return job.state().isEnd() && job.state() != JobState.DONE;
    }
}
