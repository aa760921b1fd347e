package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The jobs that wait, in the order in which they were lined up; a line of its own for each pair of
/// sites, so that a long one hides no other.
final class WaitingLine {

    /// How far down its line a pair's next job is looked for, past those whose place is taken.
    private static final int HEAD = 100;

    private final Map<Scheduler.Pair, Map<JobId, Place>> lines = new LinkedHashMap<>();
    private final Map<JobId, Scheduler.Pair> pairs = new LinkedHashMap<>();
    private long places;

    private record Place(JobRecord job, long number) {}

    void add(JobRecord job) {
        Scheduler.Pair pair = Scheduler.Pair.of(job.spec());
        lines.computeIfAbsent(pair, _ -> new LinkedHashMap<>())
                .put(job.id(), new Place(job, ++places));
        pairs.put(job.id(), pair);
    }

    /// The job that left the line; nothing if it was not in it.
    @Nullable JobRecord remove(JobId id) {
        Scheduler.Pair pair = pairs.remove(id);
        Map<JobId, Place> line = pair == null ? null : lines.get(pair);
        Place place = line == null ? null : line.remove(id);
        if (line != null && line.isEmpty()) {
            lines.remove(pair);
        }
        return place == null ? null : place.job();
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    List<JobId> ids() {
        return List.copyOf(pairs.keySet());
    }

    /// The jobs in front of each line, whoever came first first.
    List<JobRecord> heads() {
        var heads = new ArrayList<Place>();
        for (Map<JobId, Place> line : lines.values()) {
            line.values().stream().limit(HEAD).forEach(heads::add);
        }
        heads.sort(Comparator.comparingLong(Place::number));
        return heads.stream().map(Place::job).toList();
    }
}
