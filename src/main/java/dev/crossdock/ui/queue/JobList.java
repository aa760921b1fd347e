package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;

import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One of the queue's lists as a table shows it: all ranks, but rows only where somebody looks.
///
/// It knows which of its jobs are picked, and keeps them picked while others come and go.
final class JobList extends ObservableListBase<JobRow> {

    /// More than this in one go are told as one change.
    private static final int STEPS = 100;

    /// So many picked jobs are found again one by one in a list that was replaced.
    private static final int FOUND_AGAIN = 10_000;

    private static final int PAGE = 64;

    private final QueueList kind;
    private final RowCache rows;
    private final IndexRanges picked = new IndexRanges();
    private Ranks ranks = new Ranks();
    private int lead = -1;

    JobList(QueueList kind, RowCache rows) {
        this.kind = kind;
        this.rows = rows;
    }

    QueueList kind() {
        return kind;
    }

    @Override
    public int size() {
        return ranks.size();
    }

    /// The row at an index; asks for its content if it has none yet.
    @Override
    public JobRow get(int index) {
        JobId id = ranks.get(index).id();
        JobRow row = rows.row(id);
        if (row.isStale() && rows.lacks(id)) {
            int page = index - index % PAGE;
            for (int near = page; near < Math.min(size(), page + PAGE); near++) {
                JobId other = ranks.get(near).id();
                if (rows.lacks(other)) {
                    rows.want(other);
                }
            }
            rows.want(id);
        }
        return row;
    }

    /// Where a row stands, if it is in the list with the rank it shows.
    @Override
    public int indexOf(Object object) {
        return object instanceof JobRow row
                ? row.job().map(job -> index(job.rank()).orElse(-1)).orElse(-1)
                : -1;
    }

    @Override
    public boolean contains(Object object) {
        return indexOf(object) >= 0;
    }

    OptionalInt index(Rank rank) {
        int at = ranks.search(rank);
        return at < size() && ranks.get(at).equals(rank) ? OptionalInt.of(at) : OptionalInt.empty();
    }

    Rank rank(int index) {
        return ranks.get(index);
    }

    /// Which are picked; who changes them tells the tables.
    IndexRanges picked() {
        return picked;
    }

    /// The one picked last, -1 for none.
    int lead() {
        return lead;
    }

    void lead(int index) {
        lead = index;
    }

    Pick pick() {
        return new Pick(kind, ranks.copy(), picked.ranges());
    }

    Pick all() {
        return new Pick(
                kind,
                ranks.copy(),
                isEmpty() ? List.of() : List.of(new IndexRanges.Range(0, size())));
    }

    void take(ListChange change) {
        switch (change) {
            case ListChange.Whole(Ranks now) -> replace(now);
            case ListChange.Steps(var steps) when steps.size() > STEPS -> {
                Ranks now = ranks.copy();
                steps.forEach(step -> put(now, step));
                replace(now);
            }
            case ListChange.Steps(var steps) -> {
                Set<JobId> moving = new HashSet<>();
                steps.forEach(step -> step(step, moving));
            }
        }
    }

    /// Shows other jobs; those that were picked stay so.
    void replace(Ranks now) {
        int before = size();
        var kept = new IndexRanges();
        picked.ranges().forEach(range -> keep(range, now, kept));
        Optional<Rank> first =
                lead >= 0 && lead < before ? Optional.of(rank(lead)) : Optional.empty();
        ranks = now;
        picked.clear();
        kept.ranges().forEach(range -> picked.add(range.from(), range.to()));
        lead = first.map(rank -> index(rank).orElse(-1)).orElse(-1);
        if (before > 0 || size() > 0) {
            fireChange(new Replaced(this, before));
        }
    }

    private void keep(IndexRanges.Range range, Ranks now, IndexRanges kept) {
        if (picked.size() <= FOUND_AGAIN) {
            for (int index = range.from(); index < range.to(); index++) {
                Rank rank = ranks.get(index);
                int at = now.search(rank);
                if (at < now.size() && now.get(at).equals(rank)) {
                    kept.add(at);
                }
            }
            return;
        }
        int from = now.search(ranks.get(range.from()));
        int last = now.search(ranks.get(range.to() - 1));
        boolean same =
                last < now.size()
                        && last - from == range.size() - 1
                        && now.get(from).equals(ranks.get(range.from()))
                        && now.get(last).equals(ranks.get(range.to() - 1));
        // Rather none than one that was not picked.
        if (same) {
            kept.add(from, last + 1);
        }
    }

    /// @param moving picked jobs that left the list in the same go, as for another place in it
    private void step(ListChange.Step step, Set<JobId> moving) {
        int at = ranks.search(step.rank());
        JobId id = step.rank().id();
        if (step.added() && ranks.add(step.rank())) {
            picked.inserted(at);
            lead = lead >= at ? lead + 1 : lead;
            if (moving.remove(id)) {
                picked.add(at);
            }
            beginChange();
            nextAdd(at, at + 1);
            endChange();
        } else if (!step.added() && ranks.remove(step.rank())) {
            if (picked.contains(at)) {
                moving.add(id);
            }
            picked.deleted(at);
            lead = lead > at ? lead - 1 : lead == at ? -1 : lead;
            beginChange();
            nextRemove(at, rows.find(id).orElseGet(() -> new JobRow(id)));
            endChange();
        }
    }

    private static void put(Ranks ranks, ListChange.Step step) {
        if (step.added()) {
            ranks.add(step.rank());
        } else {
            ranks.remove(step.rank());
        }
    }

    /// Everything is new. Nobody asks for the rows that were there: they are not made for it.
    private static final class Replaced extends Change<JobRow> {

        private final int before;
        private boolean read;

        Replaced(JobList list, int before) {
            super(list);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !read;
            read = true;
            return first;
        }

        @Override
        public void reset() {
            read = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<JobRow> getRemoved() {
            return Collections.nCopies(before, new JobRow(new JobId(0)));
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }

    /// For those who look at rows that have content only.
    List<JobRow> loadedPicks(int most) {
        var loaded = new ArrayList<JobRow>();
        for (int position = 0; position < Math.min(most, picked.size()); position++) {
            rows.find(rank(picked.get(position)).id()).ifPresent(loaded::add);
        }
        return loaded;
    }
}
