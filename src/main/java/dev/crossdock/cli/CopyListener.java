package dev.crossdock.cli;

import dev.crossdock.model.Outcome;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;

import java.util.function.Function;

/// Reports jobs of `copy` as they end, and keeps count.
///
/// A folder that was expanded is no file and is not reported; what had to be left out of it is
/// said.
final class CopyListener implements QueueWatch.Listener {

    private final boolean numbered;
    private final Function<SiteId, Login> logins;
    private final Reporter reporter;
    private final Streams streams;
    private final ProgressLine progress;
    private long ended;
    private long bytes;
    private boolean allWell = true;

    CopyListener(
            Function<SiteId, Login> logins,
            Reporter reporter,
            Streams streams,
            ProgressLine progress) {
        this(false, logins, reporter, streams, progress);
    }

    private CopyListener(
            boolean numbered,
            Function<SiteId, Login> logins,
            Reporter reporter,
            Streams streams,
            ProgressLine progress) {
        this.numbered = numbered;
        this.logins = logins;
        this.reporter = reporter;
        this.streams = streams;
        this.progress = progress;
    }

    /// Reports jobs of the queue that is kept, with their numbers.
    static CopyListener ofQueue(
            Function<SiteId, Login> logins,
            Reporter reporter,
            Streams streams,
            ProgressLine progress) {
        return new CopyListener(true, logins, reporter, streams, progress);
    }

    boolean allWell() {
        return allWell;
    }

    @Override
    public void ended(JobView job) {
        job.outcome().ifPresent(outcome -> ended(job, outcome));
    }

    @Override
    public void stuck(JobView job) {
        ended(
                job,
                new Outcome.Cancelled("It did not stop in time; the servers may still be at it."));
    }

    @Override
    public void tick(QueueChanges changes) {
        progress.show(changes, ended, bytes);
    }

    private void ended(JobView job, Outcome outcome) {
        progress.clear();
        FileReport bare =
                FileReport.of(
                        job,
                        outcome,
                        logins.apply(job.spec().source()),
                        logins.apply(job.spec().target()));
        FileReport report = numbered ? bare.numbered(job.id()) : bare;
        switch (outcome) {
            case Outcome.Done done -> {
                bytes += done.bytes();
                ended++;
                reporter.ended(report);
            }
            case Outcome.Skipped _ -> {
                ended++;
                reporter.ended(report);
            }
            case Outcome.Expanded expanded -> sayLeftOut(expanded, report);
            case Outcome.Failed _, Outcome.Cancelled _ -> {
                allWell = false;
                ended++;
                reporter.ended(report);
            }
        }
    }

    // Something of the folder did not arrive: that is not “all done”.
    private void sayLeftOut(Outcome.Expanded expanded, FileReport report) {
        if (expanded.leftOut() > 0) {
            allWell = false;
            streams.say(report.source().shown() + ": " + expanded.leftOut() + " of it left out:");
            expanded.note().lines().forEach(why -> streams.say("  " + why));
        }
    }
}
