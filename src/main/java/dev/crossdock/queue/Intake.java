package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Gives new jobs their numbers at once and has them lined up by the queue's thread, some at a
/// time.
final class Intake {

    private static final int AT_ONCE = 1_000;
    private static final String LAST_ID = "last id";
    private static final String LAST_BATCH = "last batch";

    private final Books books;
    private final LineMoves moves;
    private final Clock clock;
    private final Consumer<Order> post;
    private final AtomicLong lastId;
    private final AtomicLong lastBatch;

    /// @param post leaves an order for the queue's thread
    Intake(Books books, JobTable table, LineMoves moves, Clock clock, Consumer<Order> post)
            throws SQLException {
        this.books = books;
        this.moves = moves;
        this.clock = clock;
        this.post = post;
        this.lastId = last(table, LAST_ID, "jobs");
        this.lastBatch = last(table, LAST_BATCH, "batches");
    }

    /// The highest number that a job was given so far.
    long lastId() {
        return lastId.get();
    }

    /// Lines jobs up behind those of the same priority, as a batch of their own.
    List<JobId> add(List<JobSpec> specs, Wish wish) {
        if (specs.isEmpty()) {
            return List.of();
        }
        var batch =
                new Batch(
                        lastBatch.incrementAndGet(),
                        specs.getFirst().sourcePath().name(),
                        specs.size(),
                        clock.instant(),
                        Tally.NONE);
        var place = new Place(batch, wish.priority());
        return lineUp(
                specs,
                place::order,
                fresh ->
                        JobRecord.added(
                                fresh.id(),
                                fresh.spec(),
                                Optional.empty(),
                                batch.id(),
                                fresh.order(),
                                batch.asked(),
                                wish));
    }

    /// Children stand in the line where their folder stood.
    void addChildren(JobRecord parent, List<JobSpec> specs) {
        List<JobId> _ =
                lineUp(
                        specs,
                        parent::order,
                        fresh ->
                                JobRecord.added(
                                        fresh.id(),
                                        fresh.spec(),
                                        Optional.of(parent.id()),
                                        parent.batch(),
                                        fresh.order(),
                                        parent.asked(),
                                        Wish.USUAL));
    }

    /// The place that a batch gets when its first jobs are lined up.
    private final class Place {

        private final Batch batch;
        private final Priority priority;
        private OptionalLong order = OptionalLong.empty();

        Place(Batch batch, Priority priority) {
            this.batch = batch;
            this.priority = priority;
        }

        long order() throws SQLException {
            if (order.isEmpty()) {
                books.batches().begin(batch);
                order = OptionalLong.of(moves.last(priority));
                books.ledger().note(LAST_BATCH, Long.toString(lastBatch.get()));
            }
            return order.getAsLong();
        }
    }

    private interface Ordering {
        long order() throws SQLException;
    }

    private record Fresh(JobId id, JobSpec spec, long order) {}

    private List<JobId> lineUp(
            List<JobSpec> specs, Ordering ordering, Function<Fresh, JobRecord> making) {
        List<JobId> ids = ids(specs.size());
        for (int from = 0; from < specs.size(); from += AT_ONCE) {
            int start = from;
            int end = Math.min(specs.size(), from + AT_ONCE);
            post.accept(() -> {
                long order = ordering.order();
                for (int index = start; index < end; index++) {
                    books.add(making.apply(new Fresh(ids.get(index), specs.get(index), order)));
                }
                books.ledger().note(LAST_ID, Long.toString(lastId.get()));
            });
        }
        return ids;
    }

    private List<JobId> ids(int count) {
        long last = lastId.addAndGet(count);
        var ids = new ArrayList<JobId>(count);
        for (long id = last - count + 1; id <= last; id++) {
            ids.add(new JobId(id));
        }
        return ids;
    }

    /// The highest number that was ever given, though what had it may be gone.
    private static AtomicLong last(JobTable table, String note, String among) throws SQLException {
        long noted = table.note(note).map(Long::parseLong).orElse(0L);
        return new AtomicLong(Math.max(noted, table.highest("id", among)));
    }
}
