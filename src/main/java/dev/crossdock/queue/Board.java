package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// What everybody may see of the queue. The queue's thread writes, any thread reads.
final class Board {

    private final Map<JobId, Shown> jobs = new HashMap<>();
    private final NavigableMap<Long, JobId> changes = new TreeMap<>();
    private final NavigableMap<Long, JobId> removals = new TreeMap<>();
    private final Map<JobId, Shown> running = new HashMap<>();
    private long version;
    private int waiting;
    private boolean ended;

    private record Shown(JobRecord job, @Nullable Meter meter, long version) {}

    /// Shows a job in its new state.
    ///
    /// @param meter of its last or present run
    synchronized void show(JobRecord job, @Nullable Meter meter) {
        Shown before = jobs.get(job.id());
        if (before != null) {
            changes.remove(before.version());
            waiting -= before.job().state() == JobState.WAITING ? 1 : 0;
        }
        var shown = new Shown(job, meter, ++version);
        jobs.put(job.id(), shown);
        changes.put(version, job.id());
        waiting += job.state() == JobState.WAITING ? 1 : 0;
        if (job.state() == JobState.RUNNING) {
            running.put(job.id(), shown);
        } else {
            running.remove(job.id());
        }
        notifyAll();
    }

    synchronized void remove(Collection<JobId> ids) {
        for (JobId id : ids) {
            Shown before = jobs.remove(id);
            if (before != null) {
                changes.remove(before.version());
                running.remove(id);
                waiting -= before.job().state() == JobState.WAITING ? 1 : 0;
                removals.put(++version, id);
            }
        }
        notifyAll();
    }

    synchronized QueueChanges since(long seen) {
        var changed = new ArrayList<JobView>();
        for (JobId id : changes.tailMap(seen, false).values()) {
            changed.add(view(jobs.get(id)));
        }
        for (Shown shown : running.values()) {
            if (shown.version() <= seen) {
                changed.add(view(shown));
            }
        }
        List<JobId> removed = List.copyOf(removals.tailMap(seen, false).values());
        return new QueueChanges(version, changed, removed, waiting, running.size());
    }

    /// @param pending whether orders are still on their way to the queue's thread
    synchronized void awaitIdle(BooleanSupplier pending) throws InterruptedException {
        while (!ended && (waiting > 0 || !running.isEmpty() || pending.getAsBoolean())) {
            wait(1_000);
        }
    }

    /// Nothing will change any more; nobody has to wait for it.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    private static JobView view(@Nullable Shown shown) {
        if (shown == null) {
            throw new IllegalStateException("a change without its job");
        }
        JobRecord job = shown.job();
        Optional<Meter> meter = Optional.ofNullable(shown.meter());
        return new JobView(
                job.id(),
                job.spec(),
                job.state(),
                job.parent(),
                meter.map(Meter::size).filter(size -> size.isPresent()).orElse(job.spec().size()),
                meter.map(Meter::progress).orElseGet(Progress.Unknown::new),
                meter.flatMap(Meter::route),
                meter.map(Meter::note).orElse(""),
                job.outcome(),
                job.started(),
                job.ended(),
                job.attempts());
    }
}
