package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Runs.Stop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The queue: takes jobs, runs them in the background, tells what changed.
///
/// All methods may be called from any thread. Those that give orders return at once: one thread
/// owns the jobs and carries the orders out, those of one moment in one write to the disk. Those
/// that read the record ([#find], [#views], [#endedSince], [#search]) read the disk.
public final class QueueService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueService.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(8);
    private static final Duration PATIENCE_FOR_DISK = Duration.ofSeconds(30);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /// How many jobs are changed in one go, and orders carried out before the disk has its turn.
    private static final int AT_ONCE = 1_000;

    private static final Set<JobState> UNSTARTED = Set.of(JobState.WAITING, JobState.PAUSED);

    private final JobFile file;
    private final Clock clock;
    private final Duration patience;
    private final Board board = new Board();
    private final Books books;
    private final JobReader reader;
    private final Runs runs;
    private final LineMoves moves;
    private final List<String> findings;
    private final long endingAtOpening;
    private final Intake intake;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final AtomicInteger posted = new AtomicInteger();
    private final Thread owner;

    // Owned by the queue's thread.
    private Hold hold;
    private Optional<Instant> goesOnAt;
    private int sweeps;
    private boolean still = true;
    private boolean closing;
    private boolean over;

    /// What is done to one job.
    private interface Deed {
        void to(JobRecord job);
    }

    /// The queue of a file, which it closes. Nothing starts before [#begin].
    ///
    /// @param rules asked each time, so that changes take effect at once
    /// @throws IOException if the file cannot be read
    public QueueService(JobFile file, JobRunner runner, Supplier<QueueRules> rules, Clock clock)
            throws IOException {
        this(file, runner, rules, clock, PATIENCE_AT_CLOSE);
    }

    /// @param patience how long running jobs may take to stop when the queue is closed
    QueueService(
            JobFile file,
            JobRunner runner,
            Supplier<QueueRules> rules,
            Clock clock,
            Duration patience)
            throws IOException {
        this.file = file;
        this.clock = clock;
        this.patience = patience;
        try {
            JobTable table = file.writing();
            var recovery = Recovery.of(table);
            this.findings = recovery.findings(file.findings());
            this.hold = table.note("hold").map(Hold::valueOf).orElse(Hold.NONE);
            this.goesOnAt = table.note("goes on").filter(at -> !at.isEmpty()).map(Instant::parse);
            this.endingAtOpening = table.highest("ending", "jobs WHERE ending IS NOT NULL");
            this.books = new Books(table, board);
            this.reader = new JobReader(file.reading());
            this.moves = new LineMoves(table);
            this.intake = new Intake(books, table, moves, clock, this::post);
            this.runs =
                    new Runs(
                            books,
                            reader,
                            store(table),
                            runner,
                            rules,
                            clock,
                            order -> post(order::run),
                            intake::addChildren);
        } catch (SQLException failed) {
            file.close();
            throw new IOException(JobFile.reason(failed), failed);
        }
        board.hold(hold);
        this.owner = Thread.ofPlatform().name("queue").daemon().start(this::obey);
    }

    /// A queue that is gone when it is closed.
    ///
    /// @param pairs how many files may travel at once between the same two sites
    /// @throws UncheckedIOException if there is no room for its file
    public static QueueService temporary(JobRunner runner, int pairs, Clock clock) {
        QueueRules rules = QueueRules.plain(pairs);
        try {
            var queue = new QueueService(JobFile.temporary(), runner, () -> rules, clock);
            queue.begin();
            return queue;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Goes on with what there is to do.
    public void begin() {
        post(() -> still = false);
    }

    /// Has the queue's thread do something with the file.
    void withTable(TableWork work) {
        post(() -> work.with(books.table()));
    }

    /// Something to do with the file.
    interface TableWork {
        void with(JobTable table) throws SQLException;
    }

    /// What was found when the file was opened, in words for the user.
    public List<String> findings() {
        return findings;
    }

    /// Puts jobs at the end of the line.
    public List<JobId> add(List<JobSpec> specs) {
        return add(specs, Wish.USUAL);
    }

    /// Lines jobs up behind those of the same priority.
    public List<JobId> add(List<JobSpec> specs, Wish wish) {
        return intake.add(specs, wish);
    }

    /// Stops running jobs and takes waiting ones out of the line.
    public void cancel(Collection<JobId> ids) {
        each(ids, this::cancelNow);
    }

    /// Cancels all that was added so far.
    public void cancelAll() {
        post(() -> {
            List.copyOf(runs.ids()).forEach(id -> runs.stop(id, Stop.CANCEL));
            sweeps++;
            sweep(UNSTARTED, new JobId(0), new JobId(intake.lastId()), this::cancelNow);
        });
    }

    /// Lines up jobs again that ended without success.
    public void retry(Collection<JobId> ids) {
        each(ids, this::retryNow);
    }

    /// Lines up jobs again that ended without success, under other policies.
    public void retry(Map<JobId, TransferPolicy> policies) {
        each(
                policies.keySet(),
                job -> {
                    TransferPolicy policy = policies.get(job.id());
                    if (policy != null && isRetriable(job)) {
                        books.put(job, job.lineUpAgain(clock.instant()).under(policy), null);
                        runs.forgetRests();
                    }
                });
    }

    public void retryAllFailed() {
        post(() -> {
            sweeps++;
            sweep(
                    Set.of(JobState.FAILED),
                    new JobId(0),
                    new JobId(intake.lastId()),
                    this::retryNow);
        });
    }

    /// Forgets jobs that have ended.
    public void remove(Collection<JobId> ids) {
        each(ids, this::removeNow);
    }

    /// Empties a list; of the open jobs nothing is removed.
    public void clear(QueueList list) {
        Set<JobState> states =
                switch (list) {
                    case OPEN -> Set.of();
                    case FAILED -> Set.of(JobState.FAILED);
                    case ENDED -> Set.of(JobState.DONE, JobState.SKIPPED, JobState.CANCELLED);
                };
        if (!states.isEmpty()) {
            post(() -> {
                sweeps++;
                sweep(states, new JobId(0), new JobId(intake.lastId()), this::removeNow);
            });
        }
    }

    /// Holds jobs back until they are let go; running ones are stopped and go on from there.
    public void pause(Collection<JobId> ids) {
        each(
                ids,
                job -> {
                    if (job.state() == JobState.WAITING) {
                        books.put(job, job.pause(), null);
                    } else if (job.state() == JobState.RUNNING) {
                        runs.stop(job.id(), Stop.PAUSE);
                    }
                });
    }

    /// Lets jobs start when it is their turn, whatever held them back.
    public void letGo(Collection<JobId> ids) {
        each(
                ids,
                job -> {
                    boolean held = job.state() == JobState.PAUSED || job.due().isPresent();
                    if (held && !job.state().isEnd()) {
                        books.put(job, job.letGo(), null);
                    }
                });
        post(runs::forgetRests);
    }

    /// Has jobs wait for a time.
    public void startAt(Collection<JobId> ids, Instant when) {
        each(
                ids,
                job -> {
                    if (UNSTARTED.contains(job.state())) {
                        books.put(job, job.letGo().dueAt(Optional.of(when)), null);
                    }
                });
    }

    public void prioritize(Collection<JobId> ids, Priority priority) {
        each(
                ids,
                job -> {
                    if (!job.state().isEnd()) {
                        runs.find(job.id())
                                .ifPresentOrElse(
                                        _ -> {},
                                        () ->
                                                books.put(
                                                        job,
                                                        job.at(
                                                                Rank.order(
                                                                        priority,
                                                                        Rank.place(job.order()))),
                                                        null));
                    }
                });
    }

    /// Moves waiting jobs together, among those of their priority.
    public void move(Collection<JobId> ids, Move where) {
        List<JobId> chosen = List.copyOf(ids);
        post(() -> reorder(() -> moves.move(chosen, where)));
    }

    /// Moves waiting jobs together to right before another.
    public void moveBefore(Collection<JobId> ids, JobId anchor) {
        List<JobId> chosen = List.copyOf(ids);
        post(() -> reorder(() -> moves.before(chosen, anchor)));
    }

    /// Holds the queue as a whole, or lets it go on.
    public void hold(Hold how) {
        post(() -> holdNow(how, Optional.empty()));
    }

    /// Starts nothing new until a time.
    public void holdUntil(Instant when) {
        post(() -> holdNow(Hold.AFTER_CURRENT, Optional.of(when)));
    }

    /// Returns when all that was asked so far is on disk.
    ///
    /// @return why it cannot be; empty if it is
    public Optional<String> awaitStored() throws InterruptedException {
        var done = new CompletableFuture<Optional<String>>();
        post(() -> books.whenStored(done));
        try {
            return done.get(PATIENCE_FOR_DISK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (TimeoutException late) {
            return Optional.of("The list of jobs was not written in time.");
        }
    }

    /// What happened since a version; 0 asks for everything.
    public QueueChanges changesSince(long version) {
        return board.since(version);
    }

    /// A job as it is now.
    public Optional<JobView> find(JobId id) {
        return board.running(id).or(() -> reader.find(id).map(job -> Board.view(job, null)));
    }

    /// The jobs by those names, in that order; those that are gone are left out.
    public List<JobView> views(Collection<JobId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /// Some jobs of a list, from an index on.
    public List<JobView> page(QueueList list, int from, int most) {
        return views(board.part(list, from, most).stream().map(Rank::id).toList());
    }

    /// The number of the last end before the queue was opened.
    public long endingAtOpening() {
        return endingAtOpening;
    }

    /// The highest number that a job was given so far.
    public long lastId() {
        return intake.lastId();
    }

    /// Between which sites there is something to do.
    public Set<Lane> lanes() {
        return reader.lanes();
    }

    /// Jobs that ended after a number, in the order of their ends; the number of an end is the
    /// order of its rank.
    public List<JobView> endedSince(long ending, int most) {
        return reader.endedAfter(ending, most).stream().map(job -> Board.view(job, null)).toList();
    }

    /// The jobs of a list whose paths hold a text, whatever its case, in the order of the list.
    public List<Rank> search(QueueList list, String text, int most) {
        return reader.search(list, text, most);
    }

    /// Work that is not done yet, as it was asked for.
    public List<Batch> batches() {
        return books.batches().open();
    }

    /// Whether no job waits or runs, and all that was asked is carried out.
    public boolean isIdle() {
        return board.isIdle(() -> posted.get() > 0);
    }

    /// Returns when no job waits or runs.
    public void awaitIdle() throws InterruptedException {
        board.awaitIdle(() -> posted.get() > 0);
    }

    /// Stops what runs, to go on at the next start, and ends the threads, within a few seconds.
    @Override
    public void close() {
        post(() -> {
            closing = true;
            List.copyOf(runs.ids()).forEach(id -> runs.stop(id, Stop.PUT_BACK));
            over = runs.isEmpty();
        });
        try {
            if (!isDoneInTime()) {
                post(runs::interrupt);
                owner.join(Duration.ofSeconds(1));
                owner.interrupt();
                owner.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    /// What was asked before the end is still written, however long that takes.
    private boolean isDoneInTime() throws InterruptedException {
        int left = posted.get();
        while (!owner.join(patience)) {
            int now = posted.get();
            if (now >= left) {
                return false;
            }
            left = now;
        }
        return true;
    }

    private void obey() {
        try {
            start();
            while (!over) {
                round();
            }
            books.flushAtEnd(clock.instant());
            if (books.isSound()) {
                file.noteClosed(books.table());
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            LOG.error("the queue's file was not closed well", failed);
        } finally {
            board.end();
        }
    }

    private void start() {
        carryOut(books::reload);
    }

    /// What was asked in one moment, in one write.
    private void round() throws InterruptedException {
        int carried = 0;
        Order order = orders.poll(sleep().toMillis(), TimeUnit.MILLISECONDS);
        while (order != null) {
            carryOut(order);
            carried++;
            boolean more = carried < AT_ONCE && books.ledger().size() < AT_ONCE;
            order = more ? orders.poll() : null;
        }
        carryOut(this::startWhatMay);
        books.flush(clock.instant());
        over = closing && runs.isEmpty();
        posted.addAndGet(-carried);
        board.wake();
    }

    /// A fault in one order must not end the queue.
    @SuppressWarnings("CatchingUnchecked")
    private void carryOut(Order order) {
        try {
            order.carryOut();
        } catch (SQLException failed) {
            books.fail(failed, clock.instant());
        } catch (RuntimeException | Error fault) {
            LOG.error("an order of the queue failed", fault);
        }
    }

    private Duration sleep() {
        Instant now = clock.instant();
        Duration sleep = LONGEST_SLEEP;
        for (var next : List.of(books.nextDeed(), runs.nextRest(), goesOnAt)) {
            if (next.isPresent() && Duration.between(now, next.get()).compareTo(sleep) < 0) {
                sleep = Duration.between(now, next.get());
            }
        }
        // What lies in the past is due now; a clock is not exact to the millisecond.
        return sleep.isNegative() ? Duration.ZERO : sleep.plusMillis(1);
    }

    private void startWhatMay() throws SQLException {
        Instant now = clock.instant();
        if (goesOnAt.isPresent() && !goesOnAt.get().isAfter(now)) {
            holdNow(Hold.NONE, Optional.empty());
        }
        if (!books.flush(now) || still || closing || sweeps > 0) {
            return;
        }
        books.refill(now);
        if (hold == Hold.NONE && !books.lines().isEmpty()) {
            runs.startWhatMay();
        }
    }

    private void post(Order order) {
        posted.incrementAndGet();
        orders.add(order);
    }

    private void each(Collection<JobId> ids, Deed deed) {
        List<JobId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<JobId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            post(() -> {
                for (JobId id : some) {
                    Optional<JobRecord> job = runs.find(id);
                    (job.isPresent() ? job : books.find(id)).ifPresent(deed::to);
                }
            });
        }
    }

    /// Does something to all jobs of some states up to an id, some at a time.
    private void sweep(Set<JobState> states, JobId behind, JobId last, Deed deed)
            throws SQLException {
        List<JobRecord> some =
                books.flush(clock.instant()) ? books.some(behind, states, AT_ONCE) : List.of();
        for (JobRecord job : some) {
            if (job.id().compareTo(last) <= 0) {
                deed.to(job);
            }
        }
        if (some.isEmpty() || some.getLast().id().compareTo(last) >= 0) {
            sweeps--;
        } else {
            post(() -> sweep(states, some.getLast().id(), last, deed));
        }
    }

    private void cancelNow(JobRecord job) {
        if (!job.state().isEnd() && !runs.stop(job.id(), Stop.CANCEL)) {
            var outcome = new Outcome.Cancelled("");
            books.put(job, job.end(outcome, clock.instant(), books.nextEnding(), job.trip()), null);
        }
    }

    private static boolean isRetriable(JobRecord job) {
        return job.state().isEnd() && job.state() != JobState.DONE;
    }

    private void retryNow(JobRecord job) {
        if (isRetriable(job)) {
            books.put(job, job.lineUpAgain(clock.instant()), null);
            runs.forgetRests();
        }
    }

    private void removeNow(JobRecord job) {
        // A folder that is still being listed has to know which of its jobs there were.
        boolean needed = job.parent().flatMap(runs::find).isPresent();
        if (job.state().isEnd() && !needed) {
            books.remove(job);
        }
    }

    private void holdNow(Hold how, Optional<Instant> until) {
        hold = how;
        goesOnAt = until;
        books.ledger().note("hold", how.name());
        books.ledger().note("goes on", until.map(Instant::toString).orElse(""));
        books.ledger().then(() -> board.hold(how));
        if (how == Hold.NOW) {
            List.copyOf(runs.ids()).forEach(id -> runs.stop(id, Stop.PUT_BACK));
        }
        if (how == Hold.NONE) {
            runs.forgetRests();
        }
    }

    private void reorder(Order order) throws SQLException {
        if (books.flush(clock.instant())) {
            order.carryOut();
            books.reload();
        }
    }

    /// A number of this file that no other file has.
    private static String store(JobTable table) throws SQLException {
        Optional<String> known = table.note("store");
        if (known.isPresent()) {
            return known.get();
        }
        String fresh = UUID.randomUUID().toString();
        table.change("INSERT INTO notes (name, value) VALUES ('store', ?)", fresh);
        return fresh;
    }
}
