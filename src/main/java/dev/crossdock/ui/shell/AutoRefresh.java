package dev.crossdock.ui.shell;

import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.JobView;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Says when a pane should list its folder again because jobs put something there.
///
/// Many small files end within one second: it waits until a moment is quiet, but not for ever.
final class AutoRefresh {

    private static final Duration QUIET = Duration.ofMillis(600);
    private static final Duration AT_LATEST = Duration.ofSeconds(3);

    private final Clock clock;
    private final Runnable refresh;
    private @Nullable Instant first;
    private @Nullable Instant last;

    AutoRefresh(Clock clock, Runnable refresh) {
        this.clock = clock;
        this.refresh = refresh;
    }

    /// Takes note of a job that ended, if it changed this folder.
    void ended(JobView job, SiteId site, RemotePath folder) {
        boolean here =
                job.spec().target().equals(site) && job.spec().targetPath().parent().equals(folder);
        if (here && leftSomething(job)) {
            Instant now = clock.instant();
            first = first == null ? now : first;
            last = now;
        }
    }

    void tick() {
        Instant from = first;
        Instant until = last;
        if (from == null || until == null) {
            return;
        }
        Instant now = clock.instant();
        boolean quiet = !now.isBefore(until.plus(QUIET));
        boolean late = !now.isBefore(from.plus(AT_LATEST));
        if (quiet || late) {
            first = null;
            last = null;
            refresh.run();
        }
    }

    /// A job that failed or was cancelled may have left a part of a file.
    private static boolean leftSomething(JobView job) {
        return !(job.outcome().orElse(null) instanceof Outcome.Skipped);
    }
}
