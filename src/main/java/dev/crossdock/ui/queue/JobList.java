package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;

import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final int LOOKED_THROUGH = 5_000;
    private static final int PAGE = 64;

    private final QueueList kind;
    private final RowCache rows;
    private final IndexRanges picked = new IndexRanges();
    private Ranks ranks = new Ranks();
    private int lead = -1;

    /// Of what has ended, the last comes first.
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
        JobId id = rank(index).id();
        JobRow row = rows.row(id);
        if (row.isStale() && rows.lacks(id)) {
            int page = index - index % PAGE;
            for (int near = page; near < Math.min(size(), page + PAGE); near++) {
                JobId other = rank(near).id();
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
        return index(ranks, rank);
    }

    Rank rank(int index) {
        return ranks.get(place(index, size()));
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
        var chosen = new IndexRanges();
        for (IndexRanges.Range range : picked.ranges()) {
            int one = place(range.from(), size());
            int other = place(range.to() - 1, size());
            chosen.add(Math.min(one, other), Math.max(one, other) + 1);
        }
        return new Pick(kind, ranks.copy(), chosen.ranges());
    }

    Pick all() {
        return new Pick(
                kind,
                ranks.copy(),
                isEmpty() ? List.of() : List.of(new IndexRanges.Range(0, size())));
    }

    /// Rows of the first jobs that are picked, so far as there are any.
    List<JobRow> loadedPicks(int most) {
        var loaded = new ArrayList<JobRow>();
        for (int position = 0; position < Math.min(most, picked.size()); position++) {
            rows.find(rank(picked.get(position)).id()).ifPresent(loaded::add);
        }
        return loaded;
    }

    void take(ListChange change) {
        switch (change) {
            case ListChange.Whole(Ranks now) -> replace(now);
            case ListChange.Steps(var steps) -> {
                int before = size();
                boolean singly = steps.size() <= STEPS;
                Set<JobId> moving = new HashSet<>();
                steps.forEach(step -> step(step, moving, singly));
                if (!singly) {
                    replaced(before);
                }
            }
        }
    }

    /// Shows other jobs; those that were picked stay so.
    void replace(Ranks now) {
        int before = size();
        IndexRanges kept = picked.size() <= FOUND_AGAIN ? findAgain(now) : keepRuns(now);
        Optional<JobId> first =
                lead >= 0 && lead < before ? Optional.of(rank(lead).id()) : Optional.empty();
        ranks = now;
        picked.clear();
        kept.ranges().forEach(range -> picked.add(range.from(), range.to()));
        lead = first.map(this::amongPicked).orElse(-1);
        if (before > 0 || size() > 0) {
            replaced(before);
        }
    }

    /// Everything is new. Nobody asks for the rows that were there: they are not made for it.
    private void replaced(int before) {
        var gone = Collections.nCopies(before, new JobRow(new JobId(0)));
        fireChange(new OneChange<>(this, this, gone));
    }

    /// Most keep their rank. Those that were moved in the line are near their old place or at an
    /// end: so much of a long list is looked through for them.
    private IndexRanges findAgain(Ranks now) {
        var kept = new IndexRanges();
        var moved = new HashMap<JobId, Integer>();
        for (IndexRanges.Range range : picked.ranges()) {
            for (int index = range.from(); index < range.to(); index++) {
                Rank rank = rank(index);
                OptionalInt same = index(now, rank);
                same.ifPresent(kept::add);
                if (same.isEmpty()) {
                    moved.put(rank.id(), index);
                }
            }
        }
        if (!moved.isEmpty()) {
            int old = Collections.min(moved.values());
            look(now, 0, LOOKED_THROUGH, moved, kept);
            look(now, old - LOOKED_THROUGH, old + LOOKED_THROUGH, moved, kept);
            look(now, now.size() - LOOKED_THROUGH, now.size(), moved, kept);
        }
        return kept;
    }

    private void look(Ranks now, int from, int to, Map<JobId, Integer> moved, IndexRanges kept) {
        for (int at = Math.max(0, from); at < Math.min(to, now.size()) && !moved.isEmpty(); at++) {
            if (moved.remove(now.get(place(at, now.size())).id()) != null) {
                kept.add(at);
            }
        }
    }

    private IndexRanges keepRuns(Ranks now) {
        var kept = new IndexRanges();
        for (IndexRanges.Range range : picked.ranges()) {
            OptionalInt from = index(now, rank(range.from()));
            OptionalInt last = index(now, rank(range.to() - 1));
            // Rather none than one that was not picked.
            if (from.isPresent()
                    && last.isPresent()
                    && last.getAsInt() - from.getAsInt() == range.size() - 1) {
                kept.add(from.getAsInt(), last.getAsInt() + 1);
            }
        }
        return kept;
    }

    private int amongPicked(JobId id) {
        for (int position = 0; position < Math.min(picked.size(), FOUND_AGAIN); position++) {
            if (rank(picked.get(position)).id().equals(id)) {
                return picked.get(position);
            }
        }
        return -1;
    }

    /// @param moving picked jobs that left the list in the same go, as for another place in it
    /// @param told whether the tables hear of it
    private void step(ListChange.Step step, Set<JobId> moving, boolean told) {
        int place = ranks.search(step.rank());
        int before = size();
        if (step.added() && ranks.add(step.rank())) {
            int at = place(place, size());
            added(at, moving.remove(step.rank().id()));
            if (told) {
                beginChange();
                nextAdd(at, at + 1);
                endChange();
            }
        } else if (!step.added() && ranks.remove(step.rank())) {
            int at = place(place, before);
            JobId id = step.rank().id();
            removed(at, id, moving);
            if (told) {
                beginChange();
                nextRemove(at, rows.find(id).orElseGet(() -> new JobRow(id)));
                endChange();
            }
        }
    }

    private void added(int at, boolean isPicked) {
        picked.inserted(at);
        lead = lead >= at ? lead + 1 : lead;
        if (isPicked) {
            picked.add(at);
        }
    }

    private void removed(int at, JobId id, Set<JobId> moving) {
        if (picked.contains(at)) {
            moving.add(id);
        }
        picked.deleted(at);
        lead = lead > at ? lead - 1 : lead == at ? -1 : lead;
    }

    private OptionalInt index(Ranks among, Rank rank) {
        int place = among.search(rank);
        return place < among.size() && among.get(place).equals(rank)
                ? OptionalInt.of(place(place, among.size()))
                : OptionalInt.empty();
    }

    /// From the index in the list to that among the ranks, and back.
    private int place(int index, int size) {
        return switch (kind) {
            case OPEN -> index;
            case FAILED, ENDED -> size - 1 - index;
        };
    }
}
