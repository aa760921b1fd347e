package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// All jobs as they are: in the file, in the ledger on its way there, and on the board for
/// everybody to see. Owned by the queue's thread.
///
/// Nothing is shown before it is on disk. While the disk refuses, changes gather in the ledger and
/// are written when it does not any more; nothing new is to start until then.
final class Books {

    private static final Logger LOG = LoggerFactory.getLogger(Books.class);
    private static final Duration BEFORE_NEXT_WRITE = Duration.ofSeconds(2);
    private static final int DUE_AT_ONCE = 500;

    private final JobTable table;
    private final Board board;
    private final Ledger ledger = new Ledger();
    private final Lines lines;
    private final Batches batches;
    private final List<CompletableFuture<Optional<String>>> stored = new ArrayList<>();
    private long lastEnding;
    private Optional<String> trouble = Optional.empty();
    private Instant nextWrite = Instant.MIN;
    private Optional<Instant> nextDue;

    Books(JobTable table, Board board) throws SQLException {
        this.table = table;
        this.board = board;
        this.lines = new Lines(table.lanes());
        this.batches = new Batches(table.batches().open(), this::endedBatch);
        this.lastEnding = table.highest("ending", "jobs WHERE ending IS NOT NULL");
        this.nextDue = table.nextDue();
    }

    Ledger ledger() {
        return ledger;
    }

    Lines lines() {
        return lines;
    }

    Batches batches() {
        return batches;
    }

    JobTable table() {
        return table;
    }

    /// The job as it is now; empty if there is none by that name.
    Optional<JobRecord> find(JobId id) throws SQLException {
        Optional<JobRecord> pending = ledger.job(id);
        return pending.isPresent() || ledger.isRemoved(id) ? pending : table.find(id);
    }

    void add(JobRecord job) {
        lineUp(job);
        ledger.add(job);
        batches.add(job).ifPresent(ledger::batch);
        ledger.then(() -> board.show(null, job, null));
    }

    /// Puts a job into its next state.
    ///
    /// @param meter of its last or present run
    void put(JobRecord before, JobRecord after, @Nullable Meter meter) {
        if (isInLine(before)) {
            lines.remove(before);
        }
        lineUp(after);
        ledger.put(after);
        batches.change(before, after).ifPresent(ledger::batch);
        ledger.then(() -> board.show(before, after, meter));
    }

    void remove(JobRecord job) {
        ledger.remove(job.id());
        batches.remove(job).ifPresent(ledger::batch);
        ledger.then(() -> board.show(job, null, null));
    }

    /// The number of the last end.
    long lastEnding() {
        return lastEnding;
    }

    long nextEnding() {
        return ++lastEnding;
    }

    /// Is done once all that was changed so far is on disk; says why if it cannot be.
    void whenStored(CompletableFuture<Optional<String>> done) {
        stored.add(done);
    }

    /// Whether nothing is kept from the disk.
    boolean isSound() {
        return trouble.isEmpty();
    }

    /// Brings everything to the disk, then shows it.
    ///
    /// @return whether the disk has it now
    boolean flush(Instant now) {
        if (!isSound() && now.isBefore(nextWrite)) {
            tell(trouble);
            return false;
        }
        try {
            if (!ledger.isBlank()) {
                table.write(ledger);
            }
        } catch (SQLException failed) {
            fail(failed, now);
            return false;
        }
        trouble(Optional.empty());
        ledger.settle();
        board.tally(batches.now());
        tell(trouble);
        return true;
    }

    /// The last chance to bring everything to the disk.
    void flushAtEnd(Instant now) {
        nextWrite = now;
        boolean _ = flush(now);
    }

    /// The file did not do what it was asked.
    void fail(SQLException failed, Instant now) {
        LOG.error("the queue's file refused", failed);
        nextWrite = now.plus(BEFORE_NEXT_WRITE);
        trouble(
                Optional.of(
                        "The list of jobs cannot be written: %s. Nothing new starts until it can be."
                                .formatted(JobFile.reason(failed))));
        tell(trouble);
    }

    /// Fetches what may start next, and lets those into the line whose time has come.
    void refill(Instant now) throws SQLException {
        if (nextDue.isPresent() && !nextDue.get().isAfter(now)) {
            for (JobRecord job : table.due(now, DUE_AT_ONCE)) {
                put(job, job.dueAt(Optional.empty()), null);
            }
            if (flush(now)) {
                nextDue = table.nextDue();
            }
        }
        lines.refill(table);
    }

    /// When there is something to do next though nobody asks for it.
    Optional<Instant> nextDeed() {
        return isSound() ? nextDue : Optional.of(nextWrite);
    }

    /// The order of the jobs has changed in the file, or was not read yet.
    void reload() throws SQLException {
        lines.reset(table.lanes());
        lines.refill(table);
        Map<QueueList, Ranks> lists = new EnumMap<>(QueueList.class);
        for (QueueList list : QueueList.values()) {
            var ranks = new Ranks();
            table.ranks(list, ranks);
            lists.put(list, ranks);
        }
        board.begin(lists, table.paused());
        board.tally(batches.now());
    }

    /// Rows that cannot be read are kept where they hold nothing up.
    void setAside(Set<JobId> ids) throws SQLException {
        table.setAside(ids);
        ledger.note(Recovery.ASIDE, Long.toString(Recovery.aside(table) + ids.size()));
        reload();
    }

    private void lineUp(JobRecord job) {
        if (isInLine(job)) {
            lines.add(job);
        } else if (job.state() == JobState.WAITING) {
            Instant due = job.due().orElseThrow();
            nextDue = nextDue.filter(next -> next.isBefore(due)).or(() -> Optional.of(due));
        }
    }

    private static boolean isInLine(JobRecord job) {
        return job.state() == JobState.WAITING && job.due().isEmpty();
    }

    private void trouble(Optional<String> words) {
        if (!words.equals(trouble)) {
            trouble = words;
            board.trouble(words);
        }
    }

    private void tell(Optional<String> words) {
        stored.forEach(each -> each.complete(words));
        stored.clear();
    }

    private Optional<Batches.Kept> endedBatch(long id) {
        try {
            return table.batches().find(id);
        } catch (SQLException failed) {
            LOG.warn("a batch was not found", failed);
            return Optional.empty();
        }
    }
}
