package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.SiteId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides which waiting jobs may start now. Pure.
final class Scheduler {

    /// @param perPair jobs at once between the same two sites
    /// @param total jobs at once in all
    record Limits(int perPair, int total) {}

    /// The two sites of a job, in its direction.
    record Pair(SiteId source, SiteId target) {

        static Pair of(JobSpec spec) {
            return new Pair(spec.source(), spec.target());
        }
    }

    private record Place(SiteId site, String path) {}

    private Scheduler() {}

    /// The jobs to start, in order of the line.
    ///
    /// Two jobs never write to the same place at once, and on some servers `A.txt` and `a.txt` are
    /// the same place.
    ///
    /// @param released running jobs that have given up their slot
    static List<JobRecord> next(
            Iterable<JobRecord> waiting,
            Collection<JobRecord> running,
            Set<JobId> released,
            Limits limits) {
        Map<Pair, Integer> busy = new HashMap<>();
        Set<Place> taken = new HashSet<>();
        int slots = 0;
        for (JobRecord job : running) {
            taken.add(place(job.spec()));
            if (!released.contains(job.id())) {
                busy.merge(Pair.of(job.spec()), 1, Integer::sum);
                slots++;
            }
        }
        var chosen = new ArrayList<JobRecord>();
        for (JobRecord job : waiting) {
            if (slots + chosen.size() >= limits.total()) {
                break;
            }
            Pair pair = Pair.of(job.spec());
            if (busy.getOrDefault(pair, 0) < limits.perPair() && taken.add(place(job.spec()))) {
                busy.merge(pair, 1, Integer::sum);
                chosen.add(job);
            }
        }
        return chosen;
    }

    private static Place place(JobSpec spec) {
        return new Place(spec.target(), spec.targetPath().foldedCase());
    }
}
