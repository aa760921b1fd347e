package dev.crossdock.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/// Counts how far each batch is, and the queue as a whole. Holds the open batches only. The queue's
/// thread writes, any thread reads.
final class Batches {

    private final Map<Long, Kept> open = new HashMap<>();
    private final Set<Long> counted = new HashSet<>();
    private final LongFunction<Optional<Kept>> find;

    /// Of those that have ended since the queue was last without work; `counted` names them.
    private Tally past = Tally.NONE;

    private Tally present = Tally.NONE;

    /// @param rows how many of its jobs are still known, ended or not
    record Kept(Batch batch, long rows) {

        private Kept with(Tally tally, long otherRows) {
            return new Kept(
                    new Batch(batch.id(), batch.title(), batch.roots(), batch.asked(), tally),
                    otherRows);
        }
    }

    /// @param find looks a batch up that has ended
    Batches(List<Kept> all, LongFunction<Optional<Kept>> find) {
        this.find = find;
        all.forEach(this::keep);
    }

    /// Its first job is about to be added.
    synchronized void begin(Batch batch) {
        var kept = new Kept(batch, 0);
        reopen(kept);
        open.put(batch.id(), kept);
    }

    /// @return as it is now; empty if the batch is not known
    synchronized Optional<Kept> add(JobRecord job) {
        return change(job.batch(), Tally.NONE, Tally.of(job), 1);
    }

    synchronized Optional<Kept> change(JobRecord before, JobRecord after) {
        return change(after.batch(), Tally.of(before), Tally.of(after), 0);
    }

    /// What was done stays counted.
    synchronized Optional<Kept> remove(JobRecord job) {
        return change(job.batch(), Tally.NONE, Tally.NONE, -1);
    }

    /// What the queue has had to do since it was last without work.
    synchronized Tally now() {
        return past.plus(present);
    }

    synchronized List<Batch> open() {
        var batches = new ArrayList<Batch>();
        open.values().forEach(kept -> batches.add(kept.batch()));
        return batches;
    }

    private Optional<Kept> change(long id, Tally minus, Tally plus, int rows) {
        Kept held = open.get(id);
        return Optional.ofNullable(held)
                .or(() -> find.apply(id))
                .map(before -> {
                    Kept after =
                            before.with(
                                    before.batch().tally().minus(minus).plus(plus),
                                    before.rows() + rows);
                    if (held != null) {
                        present = present.minus(before.batch().tally());
                        open.remove(id);
                        keep(after);
                    } else if (after.batch().isOpen()) {
                        reopen(before);
                        keep(after);
                    }
                    return after;
                });
    }

    private void keep(Kept after) {
        Tally tally = after.batch().tally();
        if (after.batch().isOpen()) {
            open.put(after.batch().id(), after);
            present = present.plus(tally);
        } else {
            past = past.plus(tally);
            counted.add(after.batch().id());
        }
    }

    /// A batch that had ended, or a new one, is work again.
    private void reopen(Kept before) {
        if (open.isEmpty()) {
            past = Tally.NONE;
            counted.clear();
        } else if (counted.remove(before.batch().id())) {
            past = past.minus(before.batch().tally());
        }
    }
}
