package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.JobView;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The rows that were looked at last, and all that somebody still shows.
///
/// What a row shows is read from the disk in the background. All methods are called on the JavaFX
/// thread.
final class RowCache {

    static final int KEPT = 5_000;
    private static final int AT_ONCE = 500;

    private final Function<Collection<JobId>, List<JobView>> read;
    private final Executor aside;
    private final Executor front;

    /// All rows that still are objects somewhere; a table holds those on the screen.
    private final Map<JobId, WeakReference<JobRow>> known = new HashMap<>();

    /// Oldest use first.
    private final LinkedHashMap<JobId, JobRow> recent = new LinkedHashMap<>(16, 0.75f, true);

    private final LinkedHashSet<JobId> wanted = new LinkedHashSet<>();
    private int sweepAt = 2 * KEPT;
    private boolean reading;

    /// @param read answers in the background
    RowCache(Function<Collection<JobId>, List<JobView>> read, Executor aside, Executor front) {
        this.read = read;
        this.aside = aside;
        this.front = front;
    }

    /// The row of a job, empty at first.
    JobRow row(JobId id) {
        JobRow row = recent.get(id);
        if (row == null) {
            row = find(id).orElseGet(() -> new JobRow(id));
            known.put(id, new WeakReference<>(row));
            recent.put(id, row);
            forgetOldest();
        }
        return row;
    }

    /// The row of a job if there is one.
    Optional<JobRow> find(JobId id) {
        WeakReference<JobRow> reference = known.get(id);
        return Optional.ofNullable(reference == null ? null : reference.get());
    }

    int size() {
        return recent.size();
    }

    /// Whether the row has nothing true to show and nobody asked for it yet.
    boolean lacks(JobId id) {
        return !wanted.contains(id) && find(id).map(JobRow::isStale).orElse(true);
    }

    /// Asks for the content of a row.
    void want(JobId id) {
        wanted.remove(id);
        wanted.add(id);
    }

    /// All may have changed.
    void makeStale() {
        known.values().forEach(reference -> stale(reference.get()));
    }

    /// Reads what was asked for, the last first, unless it is at it.
    void tick() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        var ids = new ArrayList<JobId>(AT_ONCE);
        for (JobId id : wanted.reversed()) {
            ids.add(id);
            if (ids.size() == AT_ONCE) {
                break;
            }
        }
        // Who scrolled on does not wait for what he passed by.
        wanted.clear();
        reading = true;
        aside.execute(() -> {
            List<JobView> jobs = read.apply(ids);
            front.execute(() -> take(jobs));
        });
    }

    private void take(List<JobView> jobs) {
        reading = false;
        for (JobView job : jobs) {
            JobRow row = row(job.id());
            // What was told in the meantime is newer.
            if (row.isStale()) {
                row.update(new JobRow.Moment(job, OptionalDouble.empty()));
            }
        }
    }

    private static void stale(@Nullable JobRow row) {
        if (row != null) {
            row.makeStale();
        }
    }

    private void forgetOldest() {
        if (recent.size() > KEPT) {
            recent.pollFirstEntry();
        }
        if (known.size() > sweepAt) {
            known.values().removeIf(reference -> reference.get() == null);
            sweepAt = 2 * Math.max(KEPT, known.size());
        }
    }
}
