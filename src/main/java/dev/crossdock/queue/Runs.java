package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The jobs that run. Owned by the queue's thread; the jobs themselves run on threads of their own
/// and leave orders.
final class Runs {

    private final Books books;
    private final JobReader reader;
    private final String store;
    private final JobRunner runner;
    private final Supplier<QueueRules> rules;
    private final Clock clock;
    private final Consumer<Order> post;
    private final Adding adding;
    private final Rests rests;
    private final Map<JobId, Run> running = new LinkedHashMap<>();

    /// Jobs that need no slot now; they keep their place.
    private final Set<JobId> released = new HashSet<>();

    /// Those of them that wait for a slot to go on.
    private final Map<JobId, CompletableFuture<?>> returning = new LinkedHashMap<>();

    /// Why a run was stopped.
    enum Stop {
        /// The job is cancelled.
        CANCEL,
        /// The job is held back until it is let go.
        PAUSE,
        /// The job goes on later by itself.
        PUT_BACK
    }

    /// Takes the children of a folder's job.
    interface Adding {
        void add(JobRecord parent, List<JobSpec> specs);
    }

    private static final class Run {

        private JobRecord job;
        private final Meter meter;
        private final CancelSignal cancel = new CancelSignal();
        private Optional<Stop> stop = Optional.empty();
        private Optional<Thread> thread = Optional.empty();

        Run(JobRecord job, Meter meter) {
            this.job = job;
            this.meter = meter;
        }
    }

    /// @param store a number of the queue's file that no other file has
    /// @param post leaves an order for the queue's thread
    Runs(
            Books books,
            JobReader reader,
            String store,
            JobRunner runner,
            Supplier<QueueRules> rules,
            Clock clock,
            Consumer<Order> post,
            Adding adding) {
        this.books = books;
        this.reader = reader;
        this.store = store;
        this.runner = runner;
        this.rules = rules;
        this.clock = clock;
        this.post = post;
        this.adding = adding;
        this.rests = new Rests((failures, now) -> now.plus(delay(rules.get().retry(), failures)));
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    Optional<JobRecord> find(JobId id) {
        return Optional.ofNullable(running.get(id)).map(run -> run.job);
    }

    void stopAll(Stop why) {
        List.copyOf(running.keySet()).forEach(id -> stop(id, why));
    }

    /// Starts what there is room for.
    void startWhatMay() {
        Instant now = clock.instant();
        List<JobRecord> busy = running.values().stream().map(run -> run.job).toList();
        for (JobRecord next : next(books.lines().heads(rests.resting(now)), busy)) {
            start(next, now);
        }
    }

    /// Lets jobs that have begun go on where there is room for them.
    void letReturn() {
        if (returning.isEmpty()) {
            return;
        }
        var waiting = new ArrayList<JobRecord>();
        var busy = new ArrayList<JobRecord>();
        for (Run run : running.values()) {
            (returning.containsKey(run.job.id()) ? waiting : busy).add(run.job);
        }
        waiting.sort(Comparator.comparing(JobRecord::rank));
        for (JobRecord next : next(waiting, busy)) {
            released.remove(next.id());
            complete(Optional.ofNullable(returning.remove(next.id())));
        }
    }

    private List<JobRecord> next(List<JobRecord> waiting, List<JobRecord> busy) {
        return Scheduler.next(waiting, busy, released, rules.get().limits(), rests::isTrial);
    }

    private static void complete(Optional<CompletableFuture<?>> future) {
        future.ifPresent(each -> each.complete(null));
    }

    Optional<Instant> nextRest() {
        return rests.next(clock.instant());
    }

    /// Servers that were left alone are tried at once.
    void forgetRests() {
        rests.clear();
    }

    /// @return whether it was running
    boolean stop(JobId id, Stop why) {
        Run run = running.get(id);
        if (run == null) {
            return false;
        }
        // Who cancels means it, whatever was wanted before.
        if (run.stop.isEmpty() || why == Stop.CANCEL) {
            run.stop = Optional.of(why);
        }
        run.meter.note(why == Stop.CANCEL ? "cancelling" : "stopping");
        // An action may have to wait for a lock of the job; the queue does not wait with it.
        Thread.ofVirtual().name("cancel-" + id.value()).start(run.cancel::cancel);
        return true;
    }

    /// The jobs did not stop when they were asked to.
    void interrupt() {
        running.values().forEach(run -> run.thread.ifPresent(Thread::interrupt));
    }

    private void start(JobRecord waiting, Instant now) {
        JobRecord job = waiting.start(now);
        var run = new Run(job, new Meter());
        running.put(job.id(), run);
        books.put(waiting, job, run.meter);
        JobContext context = context(run, waiting.started().isPresent());
        Thread thread =
                Thread.ofVirtual()
                        .name("job-" + job.id().value())
                        .unstarted(() -> carryOut(job, context));
        run.thread = Optional.of(thread);
        books.ledger().then(thread::start);
    }

    private JobContext context(Run run, boolean again) {
        JobRecord job = run.job;
        var traces = new JobTraces(job, store, reader, keeper(job.id()));
        return new JobContext(
                run.meter,
                run.cancel,
                job.batch(),
                job.asked(),
                again ? new Missing(job) : specs -> adding.add(job, specs),
                traces,
                slot(job.id()));
    }

    /// Adds the children that an earlier run has not added.
    private final class Missing implements JobContext.Children {

        private final JobRecord parent;
        private Optional<Set<RemotePath>> known = Optional.empty();

        Missing(JobRecord parent) {
            this.parent = parent;
        }

        @Override
        public void add(List<JobSpec> specs) {
            Set<RemotePath> there = known.orElseGet(() -> reader.children(parent.id()));
            known = Optional.of(there);
            adding.add(
                    parent,
                    specs.stream().filter(spec -> !there.contains(spec.sourcePath())).toList());
        }
    }

    private JobTraces.Keeper keeper(JobId id) {
        return new JobTraces.Keeper() {
            @Override
            public CompletableFuture<?> keep(Optional<Begun> begun) {
                var done = new CompletableFuture<Optional<String>>();
                post.accept(() -> {
                    find(id).ifPresent(job -> books.ledger().trace(job, begun));
                    books.whenStored(done);
                });
                return done;
            }

            @Override
            public void rule(ExistsRule rule) {
                post.accept(() -> change(id, rule));
            }
        };
    }

    private void change(JobId id, ExistsRule rule) {
        Run run = running.get(id);
        if (run != null) {
            JobRecord ruled = run.job.ruled(rule);
            books.put(run.job, ruled, run.meter);
            run.job = ruled;
        }
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
        post.accept(() -> end(job.id(), how));
    }

    private Slot slot(JobId id) {
        return new Slot() {
            @Override
            public void giveUp() {
                post.accept(() -> {
                    if (running.containsKey(id)) {
                        released.add(id);
                    }
                });
            }

            @Override
            public void takeBack() throws InterruptedException {
                var room = new CompletableFuture<Void>();
                post.accept(() -> {
                    if (released.contains(id)) {
                        returning.put(id, room);
                    } else {
                        room.complete(null);
                    }
                });
                try {
                    room.get();
                } catch (ExecutionException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
    }

    private void end(JobId id, Outcome how) {
        Run run = running.remove(id);
        released.remove(id);
        returning.remove(id);
        if (run == null) {
            return;
        }
        Instant now = clock.instant();
        Retry retry = rules.get().retry();
        if (retry.allows(1)) {
            rests.note(
                    run.job.spec(),
                    how,
                    run.meter.route().isPresent(),
                    run.job.started().orElse(now),
                    now);
        }
        books.put(run.job, after(run, how, retry, now), run.meter);
    }

    private JobRecord after(Run run, Outcome how, Retry retry, Instant now) {
        JobRecord job = run.job;
        Trip trip = Trip.of(run.meter);
        boolean stopped = how instanceof Outcome.Cancelled && run.stop.isPresent();
        if (stopped && run.stop.get() != Stop.CANCEL) {
            return job.stop(run.stop.get() == Stop.PAUSE);
        }
        if (mayDoBetter(how) && retry.allows(job.attempts())) {
            return job.tryLater(how, now.plus(delay(retry, job.attempts())), trip);
        }
        return job.end(how, now, books.nextEnding(), trip);
    }

    private static boolean mayDoBetter(Outcome how) {
        return how instanceof Outcome.Failed(Failure failure)
                && failure.remedy() == Failure.Remedy.RETRY_LATER;
    }

    private static Duration delay(Retry retry, int tries) {
        return retry.delay(tries, ThreadLocalRandom.current().nextDouble());
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
