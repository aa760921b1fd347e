package dev.crossdock.cli;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueService;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows jobs until they and the jobs they expanded into have ended.
final class QueueWatch {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration LAST_TICKS = Duration.ofMillis(20);

    private final QueueService queue;
    private final Interruption interruption;
    private final Duration patience;

    /// @param patience how long cancelled jobs have to end
    QueueWatch(QueueService queue, Interruption interruption, Duration patience) {
        this.queue = queue;
        this.interruption = interruption;
        this.patience = patience;
    }

    interface Listener {

        void ended(JobView job);

        /// Did not end in time after it was cancelled.
        void stuck(JobView job);

        void tick(QueueChanges changes);
    }

    /// Cancels everything if the user wants out, and still waits for it to end.
    void follow(List<JobId> ids, Listener listener) throws InterruptedException {
        interruption.onRaise(queue::cancelAll);
        Set<JobId> unseen = new HashSet<>(ids);
        Set<JobId> ended = new HashSet<>();
        Map<JobId, JobView> open = new LinkedHashMap<>();
        long version = 0;
        long giveUp = Long.MAX_VALUE;
        while (true) {
            QueueChanges changes = queue.changesSince(version);
            version = changes.version();
            for (JobView job : changes.changed()) {
                unseen.remove(job.id());
                if (!job.state().isEnd()) {
                    open.put(job.id(), job);
                } else if (ended.add(job.id())) {
                    open.remove(job.id());
                    listener.ended(job);
                }
            }
            listener.tick(changes);
            boolean idle = changes.waiting() == 0 && changes.running() == 0;
            if (idle && unseen.isEmpty() && open.isEmpty()) {
                return;
            }
            if (interruption.isRaised()) {
                long now = System.nanoTime() / 1_000_000;
                // A folder that was expanding may have lined up more behind our back.
                queue.cancelAll();
                giveUp = Math.min(giveUp, now + patience.toMillis());
                if (now >= giveUp) {
                    stuck(open.values(), listener);
                    return;
                }
                Thread.sleep(LAST_TICKS);
            } else {
                boolean _ = interruption.pause(TICK);
            }
        }
    }

    private static void stuck(Collection<JobView> jobs, Listener listener) {
        jobs.forEach(listener::stuck);
    }
}
