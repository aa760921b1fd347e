package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Deeds.Deed;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /// How many jobs one order changes.
    private static final int AT_ONCE = 1_000;

    private final JobFile file;
    private final Clock clock;
    private final Duration patience;
    private final Board board = new Board();
    private final Orders orders = new Orders();
    private final Books books;
    private final JobReader reader;
    private final Runs runs;
    private final LineMoves moves;
    private final Deeds deeds;
    private final Sweeps sweeps;
    private final Intake intake;
    private final Rounds rounds;
    private final List<String> findings;
    private final long endingAtOpening;
    private final Thread owner;

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
            this.findings = Recovery.of(table).findings(file.findings());
            this.books = new Books(table, board);
            this.endingAtOpening = books.lastEnding();
            this.reader = new JobReader(file.reading(), this::unreadable);
            this.moves = new LineMoves(table);
            this.intake = new Intake(books, table, moves, clock, orders::post);
            this.runs =
                    new Runs(
                            books,
                            reader,
                            store(table),
                            runner,
                            rules,
                            clock,
                            orders::post,
                            intake::addChildren);
            this.deeds = new Deeds(books, runs, clock);
            this.sweeps = new Sweeps(orders, books, clock);
            this.rounds = new Rounds(orders, books, runs, sweeps, board, clock);
        } catch (SQLException failed) {
            file.close();
            throw new IOException(JobFile.reason(failed), failed);
        }
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
        orders.post(rounds::begin);
    }

    /// Has the queue's thread do something with the file.
    void withTable(TableWork work) {
        orders.post(() -> work.with(books.table()));
    }

    /// Something to do with the file.
    interface TableWork {
        void with(JobTable table) throws SQLException;
    }

    /// What was found when the file was opened, in words for the user.
    public List<String> findings() {
        return findings;
    }

    /// Whether the file was set aside when it was opened, with all jobs in it.
    public boolean isBegunAnew() {
        return file.isBegunAnew();
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
        each(ids, deeds::cancel);
    }

    /// Cancels all that was added so far.
    public void cancelAll() {
        orders.post(() -> runs.stopAll(Stop.CANCEL));
        sweep(Deeds.UNSTARTED, deeds::cancel);
    }

    /// Lines up jobs again that ended without success.
    public void retry(Collection<JobId> ids) {
        each(ids, deeds::retry);
    }

    /// Lines up jobs again that ended without success, under other policies.
    public void retry(Map<JobId, TransferPolicy> policies) {
        Map<JobId, TransferPolicy> all = Map.copyOf(policies);
        each(
                all.keySet(),
                job ->
                        Optional.ofNullable(all.get(job.id()))
                                .ifPresent(policy -> deeds.retry(job, policy)));
    }

    public void retryAllFailed() {
        sweep(Set.of(JobState.FAILED), deeds::retry);
    }

    /// Forgets jobs that have ended.
    public void remove(Collection<JobId> ids) {
        each(ids, deeds::remove);
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
            sweep(states, deeds::remove);
        }
    }

    /// Holds jobs back until they are let go; running ones are stopped and go on from there.
    public void pause(Collection<JobId> ids) {
        each(ids, deeds::pause);
    }

    /// Lets jobs start when it is their turn, whatever held them back.
    public void letGo(Collection<JobId> ids) {
        each(ids, deeds::letGo);
        orders.post(runs::forgetRests);
    }

    /// Has jobs wait for a time.
    public void startAt(Collection<JobId> ids, Instant when) {
        each(ids, job -> deeds.startAt(job, when));
    }

    public void prioritize(Collection<JobId> ids, Priority priority) {
        each(ids, job -> deeds.prioritize(job, priority));
    }

    /// Moves waiting jobs together, among those of their priority.
    public void move(Collection<JobId> ids, Move where) {
        List<JobId> chosen = List.copyOf(ids);
        orders.post(() -> reorder(() -> moves.move(chosen, where)));
    }

    /// Moves waiting jobs together to right before another.
    public void moveBefore(Collection<JobId> ids, JobId anchor) {
        List<JobId> chosen = List.copyOf(ids);
        orders.post(() -> reorder(() -> moves.before(chosen, anchor)));
    }

    /// Holds the queue as a whole, or lets it go on.
    public void hold(Hold how) {
        orders.post(() -> rounds.hold(how, Optional.empty()));
    }

    /// Starts nothing new until a time.
    public void holdUntil(Instant when) {
        orders.post(() -> rounds.hold(Hold.AFTER_CURRENT, Optional.of(when)));
    }

    /// Returns when all that was asked so far is on disk.
    ///
    /// @return why it cannot be; empty if it is
    public Optional<String> awaitStored() throws InterruptedException {
        var done = new CompletableFuture<Optional<String>>();
        sweeps.then(() -> books.whenStored(done));
        while (true) {
            long before = rounds.count();
            try {
                return done.get(PATIENCE_FOR_DISK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } catch (TimeoutException late) {
                if (rounds.count() == before || !sweeps.isAtWork()) {
                    return Optional.of("The list of jobs was not written in time.");
                }
            }
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
        return board.isIdle(this::isAsked);
    }

    /// Returns when no job waits or runs.
    public void awaitIdle() throws InterruptedException {
        board.awaitIdle(this::isAsked);
    }

    /// Stops what runs, to go on at the next start, and ends the threads, within a few seconds.
    @Override
    public void close() {
        orders.post(rounds::close);
        try {
            if (!isDoneInTime()) {
                orders.post(runs::interrupt);
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
        int left = orders.open();
        long before = rounds.count();
        while (!owner.join(patience)) {
            int now = orders.open();
            boolean isSweeping = sweeps.isAtWork() && rounds.count() > before;
            if (now >= left && !isSweeping) {
                return false;
            }
            left = now;
            before = rounds.count();
        }
        return true;
    }

    private void obey() {
        try {
            rounds.run();
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

    private boolean isAsked() {
        return orders.open() > 0 || sweeps.isAtWork();
    }

    private void each(Collection<JobId> ids, Deed deed) {
        List<JobId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<JobId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            orders.post(() -> {
                for (JobId id : some) {
                    Optional<JobRecord> job = runs.find(id);
                    (job.isPresent() ? job : books.find(id)).ifPresent(deed::to);
                }
            });
        }
    }

    /// To all jobs of some states that were added so far.
    private void sweep(Set<JobState> states, Deed deed) {
        sweeps.ask(states, new JobId(intake.lastId()), deed);
    }

    private void reorder(Order order) throws SQLException {
        if (books.flush(clock.instant())) {
            order.carryOut();
            books.reload();
        }
    }

    private void unreadable(Set<JobId> ids) {
        orders.post(() -> books.setAside(ids));
    }

    /// A number of this file that no other file has.
    private static String store(JobTable table) throws SQLException {
        Optional<String> known = table.note("store");
        if (known.isPresent()) {
            return known.get();
        }
        String fresh = UUID.randomUUID().toString();
        table.note("store", fresh);
        return fresh;
    }
}
