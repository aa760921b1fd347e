package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Move;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueService;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the user wants done with jobs, be it a million of them: all of it happens in the
/// background, in the order in which it was asked for.
///
/// All methods are called on the JavaFX thread.
public final class QueueOrders {

    private static final int AT_ONCE = 500;

    private final QueueService queue;
    private final UnaryOperator<JobSpec> renewed;
    private final Executor asks;

    /// @param renewed the same job as it would be asked for now; asked in the background
    public QueueOrders(QueueService queue, UnaryOperator<JobSpec> renewed, QueueThreads threads) {
        this.queue = queue;
        this.renewed = renewed;
        this.asks = threads.asks();
    }

    void cancel(Pick pick) {
        with(pick, queue::cancel);
    }

    void pause(Pick pick) {
        with(pick, queue::pause);
    }

    void letGo(Pick pick) {
        with(pick, queue::letGo);
    }

    /// Has jobs tried again, under the rules as they are now.
    void retry(Pick pick) {
        with(
                pick,
                ids -> {
                    for (int from = 0; from < ids.size(); from += AT_ONCE) {
                        retry(queue.views(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
                    }
                });
    }

    /// Forgets those that have ended.
    void remove(Pick pick) {
        with(pick, queue::remove);
    }

    void clear(QueueList list) {
        asks.execute(() -> queue.clear(list));
    }

    void prioritize(Pick pick, Priority priority) {
        with(pick, ids -> queue.prioritize(ids, priority));
    }

    void move(Pick pick, Move where) {
        with(pick, ids -> queue.move(ids, where));
    }

    void moveBefore(Pick pick, JobId anchor) {
        with(pick, ids -> queue.moveBefore(ids, anchor));
    }

    void startAt(Pick pick, Instant when) {
        with(pick, ids -> queue.startAt(ids, when));
    }

    private void with(Pick pick, Consumer<List<JobId>> order) {
        if (!pick.isEmpty()) {
            asks.execute(() -> order.accept(pick.ids()));
        }
    }

    private void retry(List<JobView> jobs) {
        var same = new ArrayList<JobId>();
        var other = new HashMap<JobId, TransferPolicy>();
        for (JobView job : jobs) {
            JobState state = job.state();
            if (!state.isEnd() || state == JobState.DONE) {
                continue;
            }
            JobSpec now = renewed.apply(job.spec());
            if (now.equals(job.spec())) {
                same.add(job.id());
            } else {
                other.put(job.id(), now.policy());
            }
        }
        queue.retry(same);
        queue.retry(other);
    }
}
