package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.Lane;
import dev.crossdock.queue.QueueService;

import java.util.Optional;

/// Carries `queue run` out: the queue that is kept, until nothing waits any more.
///
/// An interrupt stops what runs; it goes on with the next run.
final class QueueRun implements DeskWork {

    private static final Spot QUEUE = new Spot("queue:", "The queue");

    private final Reporter reporter;
    private final Streams streams;

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
            give(lane.source(), Side.SOURCE, desk);
            give(lane.target(), Side.TARGET, desk);
        }
        core.serve(new QueueDesk(queue, core.servers()));
        var progress = new ProgressLine(streams, desk.prompts()::isAsking);
        var ended = new CopyListener(views::login, reporter, streams, progress);
        queue.hold(Hold.NONE);
        queue.begin();
        QueueWatch.leaving(queue, desk.interruption()).follow(ended);
        progress.clear();
        return ended.allWell() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static void give(SiteId site, Side side, Desk desk) throws UsageException {
        var server = desk.core().servers().find(site).filter(found -> !found.isLocal());
        if (server.isPresent()) {
            desk.logins().givePassword(server.get(), side);
        }
    }
}
