package dev.crossdock.queue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.SiteId;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Which pairs of servers are left alone for a while, since one of them could not be reached or
/// took no more logins: a hundred thousand jobs are not to find that out one by one. After the rest
/// one job at a time tries until one gets through.
final class Rests {

    private final Map<Pair, Rest> rests = new HashMap<>();
    private final BiFunction<Integer, Instant, Instant> until;

    private record Pair(SiteId source, SiteId target) {}

    private record Rest(int failures, Instant until, Instant since) {}

    /// @param until from the number of failures in a row and the time now, the end of the rest
    Rests(BiFunction<Integer, Instant, Instant> until) {
        this.until = until;
    }

    /// Takes note of how a job ended that began at a time.
    ///
    /// @param routed the job got as far as to have a route, so both servers had let it in
    void note(JobSpec spec, Outcome how, boolean routed, Instant began, Instant now) {
        Pair pair = new Pair(spec.source(), spec.target());
        if (!isDown(how, routed)) {
            if (routed || reachedBoth(how)) {
                rests.remove(pair);
            }
            return;
        }
        Rest before = rests.get(pair);
        // Jobs that were under way when the rest began tell nothing new.
        if (before == null || began.isAfter(before.since())) {
            int failures = before == null ? 1 : before.failures() + 1;
            rests.put(pair, new Rest(failures, until.apply(failures, now), now));
        }
    }

    /// The lanes that nothing is to start in now.
    Set<Lane> resting(Instant now) {
        var lanes = new HashSet<Lane>();
        rests.forEach((pair, rest) -> {
            if (rest.until().isAfter(now)) {
                for (JobSpec.Kind kind : JobSpec.Kind.values()) {
                    lanes.add(new Lane(pair.source(), pair.target(), kind));
                }
            }
        });
        return lanes;
    }

    /// Whether one job at a time has to find out if the servers are back.
    boolean isTrial(Lane lane) {
        return rests.containsKey(new Pair(lane.source(), lane.target()));
    }

    /// When the next rest ends.
    Optional<Instant> next(Instant now) {
        return rests.values().stream()
                .map(Rest::until)
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo);
    }

    /// The user wants it tried now.
    void clear() {
        rests.clear();
    }

    private static boolean isDown(Outcome how, boolean routed) {
        return how instanceof Outcome.Failed(Failure failure)
                && failure.remedy() == Failure.Remedy.RETRY_LATER
                && switch (failure.kind()) {
                    case UNREACHABLE, LOGIN, SILENT -> true;
                    // A server that is full says no to the login.
                    case REFUSED, LOST -> !routed;
                    case GARBLED,
                            UNTRUSTED,
                            TLS_REJECTED,
                            TRUNCATED,
                            EXISTS,
                            NAME,
                            NO_ROUTE,
                            LOCAL_DISK,
                            CANCELLED,
                            BUG ->
                            false;
                };
    }

    private static boolean reachedBoth(Outcome how) {
        return switch (how) {
            case Outcome.Done _, Outcome.Expanded _, Outcome.Skipped _ -> true;
            case Outcome.Failed _, Outcome.Cancelled _ -> false;
        };
    }
}
