package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.Deeds.Deed;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Deeds to all jobs of some states, some jobs at a time, so that other orders have their turn.
///
/// While the disk refuses, they wait. Nothing starts before all are done.
final class Sweeps {

    private static final int AT_ONCE = 1_000;

    private final Orders orders;
    private final Books books;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();

    /// Owned by the queue's thread.
    private final Deque<Sweep> begun = new ArrayDeque<>();

    private final List<Runnable> afterwards = new ArrayList<>();

    private record Sweep(Set<JobState> states, JobId behind, JobId last, Deed deed) {

        Sweep from(JobId reached) {
            return new Sweep(states, reached, last, deed);
        }
    }

    Sweeps(Orders orders, Books books, Clock clock) {
        this.orders = orders;
        this.books = books;
        this.clock = clock;
    }

    /// Asks for a deed to all jobs of some states up to an id. From any thread.
    void ask(Set<JobState> states, JobId last, Deed deed) {
        open.incrementAndGet();
        orders.post(() -> {
            begun.add(new Sweep(states, new JobId(0), last, deed));
            // Few jobs are found as they were when it was asked.
            step();
        });
    }

    /// Does something when all that were asked for so far are done, or the disk refuses. From any
    /// thread.
    void then(Runnable deed) {
        orders.post(() -> {
            if (begun.isEmpty()) {
                deed.run();
            } else {
                afterwards.add(deed);
            }
        });
    }

    /// Whether some are not done yet. From any thread.
    boolean isAtWork() {
        return open.get() > 0;
    }

    /// Whether there is something to do next.
    boolean isDue() {
        return !begun.isEmpty() && books.isSound();
    }

    /// Goes on with the first.
    void step() throws SQLException {
        Sweep sweep = begun.peek();
        if (sweep == null) {
            return;
        }
        if (!books.flush(clock.instant())) {
            callBack();
            return;
        }
        List<JobRecord> some = books.table().behind(sweep.behind(), sweep.states(), AT_ONCE);
        // A deed that fails is not tried again.
        begun.remove();
        boolean more = false;
        try {
            for (JobRecord job : some) {
                if (job.id().compareTo(sweep.last()) <= 0) {
                    sweep.deed().to(job);
                }
            }
            more = !some.isEmpty() && some.getLast().id().compareTo(sweep.last()) < 0;
        } finally {
            if (more) {
                begun.addFirst(sweep.from(some.getLast().id()));
            } else {
                open.decrementAndGet();
            }
            if (begun.isEmpty()) {
                callBack();
            }
        }
    }

    private void callBack() {
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }
}
