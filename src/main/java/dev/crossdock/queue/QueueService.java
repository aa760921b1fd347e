package dev.crossdock.queue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The queue: takes jobs, runs them in the background, tells what changed.
///
/// All methods may be called from any thread and return at once, but for [#awaitIdle] and [#close].
/// One thread owns the jobs; the others leave it orders.
public final class QueueService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueService.class);
    private static final int MOST_AT_ONCE = 16;
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(8);

    private final JobStore store = JobStore.inMemory();
    private final JobRunner runner;
    private final Scheduler.Limits limits;
    private final Clock clock;
    private final Duration patience;
    private final Board board = new Board();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong lastBatch = new AtomicLong();
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final AtomicInteger posted = new AtomicInteger();
    private final Thread owner;

    // Owned by the queue's thread.
    private final WaitingLine waiting = new WaitingLine();
    private final Map<JobId, Run> running = new LinkedHashMap<>();
    private final Map<JobId, JobRecord> ended = new LinkedHashMap<>();
    private boolean paused;
    private boolean closing;
    private boolean over;

    /// Jobs that only make sure how they ended; they keep their place, but no slot.
    private final Set<JobId> released = new HashSet<>();

    private record Run(JobRecord job, Meter meter, CancelSignal cancel, Thread thread) {}

    /// @param pairs how many jobs may run at once between the same two sites
    public QueueService(JobRunner runner, int pairs, Clock clock) {
        this(runner, pairs, clock, PATIENCE_AT_CLOSE);
    }

    /// @param patience how long running jobs may take to stop when the queue is closed
    QueueService(JobRunner runner, int pairs, Clock clock, Duration patience) {
        this.patience = patience;
        this.runner = runner;
        this.limits = new Scheduler.Limits(pairs, Math.max(pairs, MOST_AT_ONCE));
        this.clock = clock;
        this.owner = Thread.ofPlatform().name("queue").daemon().start(this::obey);
    }

    /// Puts jobs at the end of the line.
    public List<JobId> add(List<JobSpec> specs) {
        return add(specs, Optional.empty(), lastBatch.incrementAndGet(), clock.instant());
    }

    /// Stops running jobs and takes waiting ones out of the line.
    public void cancel(Collection<JobId> ids) {
        post(() -> ids.forEach(this::cancelNow));
    }

    public void cancelAll() {
        post(this::cancelAllNow);
    }

    /// Lines up jobs again that ended without success.
    public void retry(Collection<JobId> ids) {
        post(() -> {
            for (JobId id : ids) {
                JobRecord job = ended.get(id);
                if (job != null && job.state() != JobState.DONE) {
                    ended.remove(id);
                    lineUp(List.of(job.lineUpAgain(clock.instant())));
                }
            }
        });
    }

    /// Forgets jobs that have ended.
    public void remove(Collection<JobId> ids) {
        post(() -> removeNow(ids.stream().filter(ended::containsKey).toList()));
    }

    /// Forgets all jobs that ended well: done and skipped.
    public void clearFinished() {
        Predicate<JobRecord> well =
                job -> job.state() == JobState.DONE || job.state() == JobState.SKIPPED;
        post(() -> removeNow(ended.values().stream().filter(well).map(JobRecord::id).toList()));
    }

    /// Holds back waiting jobs, lets running ones finish; or goes on.
    public void pause(boolean hold) {
        post(() -> paused = hold);
    }

    /// What happened since a version; 0 asks for everything.
    public QueueChanges changesSince(long version) {
        return board.since(version);
    }

    /// Returns when no job waits or runs.
    public void awaitIdle() throws InterruptedException {
        board.awaitIdle(() -> posted.get() > 0);
    }

    /// Cancels what runs and ends the threads, within a few seconds.
    @Override
    public void close() {
        post(() -> {
            closing = true;
            cancelAllNow();
            over = running.isEmpty();
        });
        try {
            if (!owner.join(patience)) {
                post(() -> running.values().forEach(run -> run.thread().interrupt()));
                owner.join(Duration.ofSeconds(1));
                owner.interrupt();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JobId> add(
            List<JobSpec> specs, Optional<JobId> parent, long batch, Instant asked) {
        List<JobRecord> jobs = new ArrayList<>();
        for (JobSpec spec : specs) {
            var id = new JobId(lastId.incrementAndGet());
            jobs.add(JobRecord.waiting(id, spec, parent, batch, asked));
        }
        post(() -> lineUp(jobs));
        return jobs.stream().map(JobRecord::id).toList();
    }

    private void post(Runnable order) {
        posted.incrementAndGet();
        orders.add(order);
    }

    private void obey() {
        try {
            while (!over) {
                Runnable order = orders.take();
                carry(order);
                posted.decrementAndGet();
                board.wake();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } finally {
            board.end();
        }
    }

    /// A fault in one order must not end the queue.
    private void carry(Runnable order) {
        try {
            order.run();
            startWhatMay();
        } catch (RuntimeException fault) {
            LOG.error("an order of the queue failed", fault);
        }
    }

    private void lineUp(List<JobRecord> jobs) {
        store.put(jobs);
        for (JobRecord job : jobs) {
            waiting.add(job);
            board.show(job, null);
            if (closing) {
                cancelNow(job.id());
            }
        }
    }

    private void startWhatMay() {
        if (paused || closing || waiting.isEmpty()) {
            return;
        }
        List<JobRecord> busy = running.values().stream().map(Run::job).toList();
        for (JobRecord next : Scheduler.next(waiting.heads(), busy, released, limits)) {
            waiting.remove(next.id());
            start(next.start(clock.instant()));
        }
    }

    private void start(JobRecord job) {
        store.put(List.of(job));
        var meter = new Meter();
        var cancel = new CancelSignal();
        var context =
                new JobContext(
                        meter,
                        cancel,
                        job.batch(),
                        job.asked(),
                        specs -> add(specs, Optional.of(job.id()), job.batch(), job.asked()),
                        () -> post(() -> release(job.id())));
        Thread thread =
                Thread.ofVirtual()
                        .name("job-" + job.id().value())
                        .unstarted(() -> carryOut(job, context));
        running.put(job.id(), new Run(job, meter, cancel, thread));
        board.show(job, meter);
        thread.start();
    }

    /// The outermost frame of a job's thread: whatever happens becomes an outcome.
    @SuppressWarnings("CatchingUnchecked")
    private void carryOut(JobRecord job, JobContext context) {
        Outcome outcome;
        try {
            outcome = runner.run(job.spec(), context);
        } catch (InterruptedException interrupt) {
            outcome = new Outcome.Cancelled("");
        } catch (RuntimeException | Error fault) {
            outcome = new Outcome.Failed(bug(fault));
        }
        Outcome how = outcome;
        post(() -> end(job.id(), how));
    }

    private void release(JobId id) {
        if (running.containsKey(id)) {
            released.add(id);
        }
    }

    private void end(JobId id, Outcome how) {
        Run run = running.remove(id);
        released.remove(id);
        if (run == null) {
            return;
        }
        JobRecord job = run.job().end(how, clock.instant());
        store.put(List.of(job));
        ended.put(id, job);
        board.show(job, run.meter());
        over = closing && running.isEmpty();
    }

    private void cancelNow(JobId id) {
        Run run = running.get(id);
        if (run != null) {
            run.meter().note("cancelling");
            // An action may have to wait for a lock of the job; the queue does not wait with it.
            Thread.ofVirtual().name("cancel-" + id.value()).start(run.cancel()::cancel);
            return;
        }
        JobRecord job = waiting.remove(id);
        if (job != null) {
            JobRecord cancelled = job.end(new Outcome.Cancelled(""), clock.instant());
            store.put(List.of(cancelled));
            ended.put(id, cancelled);
            board.show(cancelled, null);
        }
    }

    private void cancelAllNow() {
        waiting.ids().forEach(this::cancelNow);
        List.copyOf(running.keySet()).forEach(this::cancelNow);
    }

    private void removeNow(List<JobId> ids) {
        store.remove(ids);
        ids.forEach(ended::remove);
        board.remove(ids);
    }

    private static Failure bug(Throwable fault) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return new Failure(
                Failure.Kind.BUG,
                "",
                "Crossdock itself failed: " + fault,
                Failure.Remedy.GIVE_UP,
                "Please report this with the details.",
                trace.toString());
    }
}
