package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be written to the queue's file in one go, and what is to happen once it is there.
final class Ledger {

    private final Map<JobId, JobRecord> jobs = new LinkedHashMap<>();
    private final Set<JobId> added = new HashSet<>();
    private final Set<JobId> removed = new LinkedHashSet<>();
    private final Map<JobId, Trace> traces = new LinkedHashMap<>();
    private final Map<Long, Batches.Kept> batches = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Runnable> effects = new ArrayList<>();

    /// @param begun empty when nothing of the job is at the target any more
    record Trace(JobRecord job, Optional<Begun> begun) {}

    void add(JobRecord job) {
        added.add(job.id());
        jobs.put(job.id(), job);
    }

    void put(JobRecord job) {
        jobs.put(job.id(), job);
    }

    void remove(JobId id) {
        jobs.remove(id);
        traces.remove(id);
        if (!added.remove(id)) {
            removed.add(id);
        }
    }

    void trace(JobRecord job, Optional<Begun> begun) {
        traces.put(job.id(), new Trace(job, begun));
    }

    void batch(Batches.Kept batch) {
        batches.put(batch.batch().id(), batch);
    }

    void note(String name, String value) {
        notes.put(name, value);
    }

    /// Happens when all this is on disk, in the order in which it was asked for.
    void then(Runnable effect) {
        effects.add(effect);
    }

    Optional<JobRecord> job(JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    boolean isRemoved(JobId id) {
        return removed.contains(id);
    }

    boolean isAdded(JobId id) {
        return added.contains(id);
    }

    Collection<JobRecord> jobs() {
        return jobs.values();
    }

    Collection<JobId> removed() {
        return removed;
    }

    Collection<Trace> traces() {
        return traces.values();
    }

    Collection<Batches.Kept> batches() {
        return batches.values();
    }

    Map<String, String> notes() {
        return notes;
    }

    int size() {
        return jobs.size() + removed.size() + traces.size();
    }

    /// Nothing to write; there may be effects.
    boolean isBlank() {
        return size() == 0 && batches.isEmpty() && notes.isEmpty();
    }

    /// All is on disk.
    void settle() {
        jobs.clear();
        added.clear();
        removed.clear();
        traces.clear();
        batches.clear();
        notes.clear();
        List<Runnable> due = List.copyOf(effects);
        effects.clear();
        due.forEach(Runnable::run);
    }
}
