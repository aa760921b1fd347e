package dev.crossdock.cli;

import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueService;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Follows the jobs of a queue until all have ended.
final class QueueWatch {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final int PAGE = 500;
    private static final Duration LAST_TICKS = Duration.ofMillis(20);

    private final QueueService queue;
    private final Interruption interruption;
    private final Optional<Duration> patience;

    private QueueWatch(
            QueueService queue, Interruption interruption, Optional<Duration> patience) {
        this.queue = queue;
        this.interruption = interruption;
        this.patience = patience;
    }

    /// Cancels everything if the user wants out, and still waits for it to end.
    ///
    /// @param patience how long cancelled jobs have to end
    static QueueWatch cancelling(
            QueueService queue, Interruption interruption, Duration patience) {
        return new QueueWatch(queue, interruption, Optional.of(patience));
    }

    /// Looks away if the user wants out.
    static QueueWatch leaving(QueueService queue, Interruption interruption) {
        return new QueueWatch(queue, interruption, Optional.empty());
    }

    interface Listener {

        void ended(JobView job);

        /// Did not end in time after it was cancelled.
        void stuck(JobView job);

        void tick(QueueChanges changes);
    }

    /// Tells of the jobs that end from the opening of the queue on, until none is left.
    void follow(Listener listener) throws InterruptedException {
        if (patience.isPresent()) {
            interruption.onRaise(queue::cancelAll);
        }
        long version = 0;
        long ending = queue.endingAtOpening();
        long giveUp = Long.MAX_VALUE;
        while (true) {
            boolean stored = queue.isIdle();
            QueueChanges changes = queue.changesSince(version);
            version = changes.version();
            ending = tellEnded(ending, listener);
            listener.tick(changes);
            if (stored || (interruption.isRaised() && patience.isEmpty())) {
                return;
            }
            if (interruption.isRaised()) {
                long now = System.nanoTime() / 1_000_000;
                // A folder that was expanding may have lined up more behind our back.
                queue.cancelAll();
                giveUp = Math.min(giveUp, now + patience.orElseThrow().toMillis());
                if (now >= giveUp) {
                    changes.running().forEach(listener::stuck);
                    return;
                }
                Thread.sleep(LAST_TICKS);
            } else {
                boolean _ = interruption.pause(TICK);
            }
        }
    }

    private long tellEnded(long since, Listener listener) {
        long ending = since;
        List<JobView> some = queue.endedSince(ending, PAGE);
        while (!some.isEmpty()) {
            some.forEach(listener::ended);
            ending = some.getLast().rank().order();
            some = queue.endedSince(ending, PAGE);
        }
        return ending;
    }
}
