package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.Lane;
import dev.crossdock.queue.QueueService;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Carries `queue run` out: the queue that is kept, until nothing waits any more.
///
/// An interrupt stops what runs; it goes on with the next run.
final class QueueRun implements DeskWork {

    private static final Spot QUEUE = new Spot("queue:", "The queue");

    private final Reporter reporter;
    private final Streams streams;
    private final Set<SiteId> greeted = ConcurrentHashMap.newKeySet();

    QueueRun(Reporter reporter, Streams streams) {
        this.reporter = reporter;
        this.streams = streams;
    }

    @Override
    public Spot source() {
        return QUEUE;
    }

    @Override
    public Optional<Spot> target() {
        return Optional.empty();
    }

    @Override
    public int run(Desk desk) throws UsageException, FailureException, InterruptedException {
        Core core = desk.core();
        QueueService queue = core.queue();
        queue.findings().forEach(streams::say);
        var views = new JobJsonView(core.servers());
        for (Lane lane : queue.lanes()) {
            greet(lane.source(), lane.target(), desk);
        }
        core.serve(
                new QueueDesk(
                        queue, core.servers(), (source, target) -> greet(source, target, desk)));
        var progress = new ProgressLine(streams, desk.prompts()::isAsking);
        var ended = CopyListener.ofQueue(views::login, reporter, streams, progress);
        queue.hold(Hold.NONE);
        queue.begin();
        QueueWatch.leaving(queue, desk.interruption()).follow(ended);
        progress.clear();
        sayPaused(queue.changesSince(Long.MAX_VALUE).totals().paused());
        // What stood in a file that was set aside is not done.
        return !queue.isBegunAnew() && ended.allWell() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void sayPaused(long paused) {
        if (paused > 0) {
            streams.say(
                    paused == 1
                            ? "1 job is paused and stays in the queue."
                            : paused + " jobs are paused and stay in the queue.");
        }
    }

    private void greet(SiteId source, SiteId target, Desk desk) throws UsageException {
        give(source, Side.SOURCE, desk);
        give(target, Side.TARGET, desk);
    }

    private void give(SiteId site, Side side, Desk desk) throws UsageException {
        var server = desk.core().servers().find(site).filter(found -> !found.isLocal());
        // Each once: another password may have been typed since.
        if (server.isPresent() && greeted.add(site)) {
            desk.logins().givePassword(server.get(), side);
        }
    }
}
