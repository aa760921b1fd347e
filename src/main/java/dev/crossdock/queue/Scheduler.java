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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Decides which waiting jobs may start now. Pure.
final class Scheduler {

    /// @param files files at once between the same two sites, in one direction
    /// @param folders folders being listed at once between the same two sites
    /// @param total jobs at once in all
    /// @param slots what each site grants
    record Limits(int files, int folders, int total, Function<SiteId, Slots> slots) {}

    private record Place(SiteId site, String path) {}

    /// What one site has to do.
    private static final class Load {
        int logins;
        int uploads;
        int downloads;
    }

    private final Limits limits;
    private final Predicate<Lane> trial;
    private final Map<Lane, Integer> busy = new HashMap<>();
    private final Map<SiteId, Load> loads = new HashMap<>();
    private final Set<Place> taken = new HashSet<>();
    private int slots;

    private Scheduler(Limits limits, Predicate<Lane> trial) {
        this.limits = limits;
        this.trial = trial;
    }

    /// The jobs to start, in order of the line.
    ///
    /// Two jobs never write to the same place at once, and on some servers `A.txt` and `a.txt` are
    /// the same place.
    ///
    /// @param released running jobs that have given up their slot
    /// @param trial lanes in which one job at a time finds out whether the servers are back
    static List<JobRecord> next(
            Iterable<JobRecord> waiting,
            Collection<JobRecord> running,
            Set<JobId> released,
            Limits limits,
            Predicate<Lane> trial) {
        var scheduler = new Scheduler(limits, trial);
        for (JobRecord job : running) {
            scheduler.taken.add(place(job.spec()));
            if (!released.contains(job.id())) {
                scheduler.occupy(job.spec());
            }
        }
        var chosen = new ArrayList<JobRecord>();
        for (JobRecord job : waiting) {
            if (scheduler.slots >= limits.total()) {
                break;
            }
            if (scheduler.hasRoom(job.spec()) && scheduler.taken.add(place(job.spec()))) {
                scheduler.occupy(job.spec());
                chosen.add(job);
            }
        }
        return chosen;
    }

    private void occupy(JobSpec spec) {
        slots++;
        busy.merge(Lane.of(spec), 1, Integer::sum);
        boolean file = spec.kind() == JobSpec.Kind.FILE;
        Load source = load(spec.source());
        source.logins++;
        source.downloads += file ? 1 : 0;
        Load target = load(spec.target());
        target.logins++;
        target.uploads += file ? 1 : 0;
    }

    private boolean hasRoom(JobSpec spec) {
        Lane lane = Lane.of(spec);
        boolean file = spec.kind() == JobSpec.Kind.FILE;
        int most = trial.test(lane) ? 1 : file ? limits.files() : limits.folders();
        return busy.getOrDefault(lane, 0) < most
                && grants(spec.source(), file, false)
                && grants(spec.target(), file, true);
    }

    private boolean grants(SiteId site, boolean file, boolean upload) {
        if (site.isLocal()) {
            return true;
        }
        Slots granted = limits.slots().apply(site);
        Load load = load(site);
        return isBelow(load.logins, granted.forJobs())
                && !(file && upload && !isBelow(load.uploads, granted.uploads()))
                && !(file && !upload && !isBelow(load.downloads, granted.downloads()));
    }

    private Load load(SiteId site) {
        return loads.computeIfAbsent(site, _ -> new Load());
    }

    private static boolean isBelow(int count, OptionalInt most) {
        return most.isEmpty() || count < most.getAsInt();
    }

    private static Place place(JobSpec spec) {
        return new Place(spec.target(), spec.targetPath().foldedCase());
    }
}
