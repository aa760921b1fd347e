package dev.crossdock.ui.queue;

import dev.crossdock.model.Controls;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.Rank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/// Jobs for tests.
public final class Jobs {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    static final Instant ENDED = Instant.parse("2026-01-01T12:00:00Z");
    static final Route ROUTE = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    static final Outcome.Done DONE =
            new Outcome.Done(
                    1000,
                    Duration.ofSeconds(2),
                    ROUTE,
                    Protection.TLS,
                    Verification.SIZE,
                    RemotePath.of("/in/a.bin"),
                    new Controls("TLSv1.3", "TLSv1.3"),
                    "");

    private Jobs() {}

    /// A file from alpha to beta, of a size that is not known.
    public static JobSpec spec(String name) {
        return spec(name, OptionalLong.empty());
    }

    private static JobSpec spec(String name, OptionalLong size) {
        return JobSpec.file(
                new SiteId("alpha"),
                RemotePath.of("/out/" + name),
                new SiteId("beta"),
                RemotePath.of("/in/" + name),
                size,
                TransferPolicy.secure(ExistsRule.ASK));
    }

    static JobView waiting(long id) {
        return view(id, JobState.WAITING, new Progress.Unknown(), Optional.empty());
    }

    static JobView running(long id, Progress progress) {
        return view(id, JobState.RUNNING, progress, Optional.empty());
    }

    static JobView ended(long id, JobState state, Outcome outcome) {
        return view(id, state, new Progress.Unknown(), Optional.of(outcome));
    }

    static JobView view(long id, JobState state, Progress progress, Optional<Outcome> outcome) {
        return view(id, state, progress, outcome, Optional.empty(), false);
    }

    static JobView view(
            long id,
            JobState state,
            Progress progress,
            Optional<Outcome> outcome,
            Optional<Instant> due,
            boolean cut) {
        return new JobView(
                new JobId(id),
                spec("a.bin", OptionalLong.of(1000)),
                state,
                rank(id),
                Priority.NORMAL,
                Optional.empty(),
                1,
                OptionalLong.of(1000),
                progress,
                state == JobState.WAITING ? Optional.empty() : Optional.of(ROUTE),
                "",
                due,
                cut,
                outcome,
                Optional.empty(),
                state.isEnd() ? Optional.of(ENDED) : Optional.empty(),
                1);
    }

    static Rank rank(long id) {
        return new Rank(id, new JobId(id));
    }
}
