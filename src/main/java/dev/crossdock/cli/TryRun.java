package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Sends one small file in each direction through the queue, as any other, and removes it again.
final class TryRun {

    private static final int SIZE = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;
    private final TransferPolicy policy;
    private final Reporter reporter;
    private final Streams streams;

    TryRun(Desk desk, TransferPolicy policy, Reporter reporter, Streams streams) {
        this.desk = desk;
        this.policy = policy;
        this.reporter = reporter;
        this.streams = streams;
    }

    /// @return the exit code
    int run(List<TryLeg> legs) throws FailureException, InterruptedException {
        legs.stream().filter(leg -> !leg.isOpen()).forEach(leg -> reporter.ended(leg.noRoute()));
        List<TryLeg> open = legs.stream().filter(TryLeg::isOpen).toList();
        if (open.isEmpty()) {
            return ExitCode.NOT_STARTED;
        }
        boolean allWell;
        var files = new TryFiles(desk.visits(), streams);
        try (files) {
            List<TryLeg> ready = prepared(open, files);
            // The few logins that a server grants are for the files now.
            desk.visits().close();
            allWell = carryOut(ready, files) && ready.size() == legs.size();
        }
        return allWell && files.areAllRemoved() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /// Those whose file stands on the source now; the others are reported.
    private List<TryLeg> prepared(List<TryLeg> open, TryFiles files)
            throws FailureException, InterruptedException {
        var ready = new ArrayList<TryLeg>();
        for (TryLeg leg : open) {
            try {
                byte[] content = new byte[SIZE];
                RandomGenerator.getDefault().nextBytes(content);
                files.write(leg.source(), leg.sourceFile(), content);
                ready.add(leg);
            } catch (FailureException e) {
                if (desk.interruption().isRaised()) {
                    throw e;
                }
                reporter.ended(leg.failed(e.failure()));
            }
        }
        return ready;
    }

    private boolean carryOut(List<TryLeg> ready, TryFiles files) throws InterruptedException {
        if (ready.isEmpty()) {
            return false;
        }
        Map<SiteId, Login> logins = new HashMap<>();
        ready.forEach(leg -> {
            logins.put(leg.source().server().id(), leg.source());
            logins.put(leg.target().server().id(), leg.target());
            files.expect(leg.target(), leg.targetFile());
        });
        List<JobSpec> jobs = ready.stream().map(leg -> leg.job(SIZE, policy)).toList();
        var progress = new ProgressLine(streams, desk.prompts()::isAsking);
        var ended = new CopyListener(CopyRun.known(logins), reporter, streams, progress);
        var queue = desk.core().queue();
        queue.add(jobs);
        QueueWatch.cancelling(queue, desk.interruption(), PATIENCE).follow(ended);
        progress.clear();
        if (ended.allWell()) {
            files.haveArrived();
        }
        return ended.allWell();
    }
}
