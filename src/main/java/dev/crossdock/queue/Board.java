package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What everybody may see of the queue. The queue's thread writes, any thread reads.
///
/// It holds the order of all jobs, but only the running ones and those that changed lately as a
/// whole.
final class Board {

    /// How many changes are told one by one; who missed more gets the lists as they are.
    private static final int TOLD = 4_000;

    private final Map<QueueList, Ranks> lists = new EnumMap<>(QueueList.class);
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Map<JobId, Shown> running = new LinkedHashMap<>();
    private long version;

    /// Who has seen less than this has to begin anew.
    private long oldest;

    private long paused;
    private Tally tally = Tally.NONE;
    private Hold hold = Hold.NONE;
    private Optional<String> trouble = Optional.empty();
    private boolean over;

    private record Shown(JobRecord job, Meter meter) {}

    private record Change(
            long version, @Nullable Placed before, @Nullable Placed after, @Nullable JobView job) {}

    private record Placed(QueueList list, Rank rank) {

        static Placed of(JobRecord job) {
            return new Placed(job.state().list(), shown(job));
        }
    }

    Board() {
        for (QueueList list : QueueList.values()) {
            lists.put(list, new Ranks());
        }
    }

    /// Shows the lists as they are in the file.
    synchronized void begin(Map<QueueList, Ranks> read, long pausedNow) {
        lists.putAll(read);
        for (Shown shown : running.values()) {
            ranks(QueueList.OPEN).remove(shown.job().rank());
            ranks(QueueList.OPEN).add(shown(shown.job()));
        }
        paused = pausedNow;
        if (version > 0 || read.values().stream().anyMatch(ranks -> ranks.size() > 0)) {
            forget();
        }
        notifyAll();
    }

    /// Shows a job in its new state.
    ///
    /// @param before how it was shown; null if it is new
    /// @param after null if it is gone
    /// @param meter of its last or present run
    synchronized void show(
            @Nullable JobRecord before, @Nullable JobRecord after, @Nullable Meter meter) {
        Placed from = before == null ? null : Placed.of(before);
        Placed to = after == null ? null : Placed.of(after);
        if (from != null && !from.equals(to)) {
            ranks(from.list()).remove(from.rank());
        }
        if (to != null && !to.equals(from)) {
            ranks(to.list()).add(to.rank());
        }
        paused += isPaused(after) - isPaused(before);
        if (after != null && after.state() == JobState.RUNNING && meter != null) {
            running.put(after.id(), new Shown(after, meter));
        } else if (before != null) {
            running.remove(before.id());
        }
        JobView view = after == null ? null : view(after, meter);
        changes.addLast(new Change(++version, from, to, view));
        if (changes.size() > TOLD) {
            oldest = changes.removeFirst().version();
        }
        notifyAll();
    }

    synchronized void tally(Tally now) {
        tally = now;
    }

    synchronized void hold(Hold how) {
        hold = how;
        notifyAll();
    }

    synchronized void trouble(Optional<String> words) {
        trouble = words;
        notifyAll();
    }

    synchronized QueueChanges since(long seen) {
        var told = new EnumMap<QueueList, ListChange>(QueueList.class);
        var changed = new LinkedHashMap<JobId, JobView>();
        if (seen < oldest) {
            lists.forEach((list, ranks) -> told.put(list, new ListChange.Whole(ranks.copy())));
        } else {
            var steps = new EnumMap<QueueList, List<ListChange.Step>>(QueueList.class);
            for (QueueList list : QueueList.values()) {
                steps.put(list, new ArrayList<>());
            }
            for (Change change : changes) {
                if (change.version() > seen) {
                    tell(change, steps, changed);
                }
            }
            steps.forEach((list, some) -> told.put(list, new ListChange.Steps(some)));
        }
        List<JobView> now =
                running.values().stream().map(shown -> view(shown.job(), shown.meter())).toList();
        return new QueueChanges(version, told, List.copyOf(changed.values()), now, totals());
    }

    synchronized List<Rank> part(QueueList list, int from, int most) {
        int size = ranks(list).size();
        int start = Math.clamp(from, 0, size);
        return ranks(list).part(start, Math.min(size, start + most));
    }

    synchronized Optional<JobView> running(JobId id) {
        return Optional.ofNullable(running.get(id)).map(shown -> view(shown.job(), shown.meter()));
    }

    /// @param pending whether orders are still on their way to the queue's thread
    synchronized void awaitIdle(BooleanSupplier pending) throws InterruptedException {
        while (!isIdle(pending)) {
            wait(1_000);
        }
    }

    /// @param pending whether orders are still on their way to the queue's thread
    synchronized boolean isIdle(BooleanSupplier pending) {
        return over || (!isBusy() && !pending.getAsBoolean());
    }

    /// Nothing will change any more; nobody has to wait for it.
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    /// A job as it is shown while nothing is known of its run but what is kept.
    static JobView view(JobRecord job, @Nullable Meter meter) {
        Optional<Meter> run =
                Optional.ofNullable(meter).filter(_ -> job.state() != JobState.WAITING);
        Progress kept = job.trip().progress(job.ended());
        return new JobView(
                job.id(),
                job.spec(),
                job.state(),
                shown(job),
                Rank.priority(job.order()),
                job.parent(),
                job.batch(),
                run.map(Meter::size).filter(size -> size.isPresent()).orElse(job.spec().size()),
                run.map(Meter::progress).orElse(kept),
                run.flatMap(Meter::route).or(() -> job.trip().route()),
                job.state() == JobState.RUNNING ? run.map(Meter::note).orElse("") : "",
                job.due(),
                job.cut(),
                job.outcome(),
                job.started(),
                job.ended(),
                job.attempts());
    }

    private boolean isBusy() {
        return !running.isEmpty() || ranks(QueueList.OPEN).size() > paused;
    }

    private static void tell(
            Change change,
            Map<QueueList, List<ListChange.Step>> steps,
            Map<JobId, JobView> changed) {
        Placed before = change.before();
        Placed after = change.after();
        if (before != null && !before.equals(after)) {
            list(steps, before).add(new ListChange.Step(false, before.rank()));
            changed.remove(before.rank().id());
        }
        if (after != null && !after.equals(before)) {
            list(steps, after).add(new ListChange.Step(true, after.rank()));
        }
        JobView job = change.job();
        if (job != null) {
            changed.put(job.id(), job);
        }
    }

    private static List<ListChange.Step> list(
            Map<QueueList, List<ListChange.Step>> steps, Placed placed) {
        return steps.computeIfAbsent(placed.list(), _ -> new ArrayList<>());
    }

    private Totals totals() {
        int open = ranks(QueueList.OPEN).size();
        return new Totals(
                running.size(),
                open - running.size() - paused,
                paused,
                ranks(QueueList.FAILED).size(),
                ranks(QueueList.ENDED).size(),
                tally,
                hold,
                trouble);
    }

    private Ranks ranks(QueueList list) {
        Ranks ranks = lists.get(list);
        if (ranks == null) {
            throw new IllegalStateException("no list " + list);
        }
        return ranks;
    }

    private void forget() {
        changes.clear();
        oldest = ++version;
    }

    /// Running jobs stand before those that wait.
    private static Rank shown(JobRecord job) {
        return job.state() == JobState.RUNNING
                ? new Rank(
                        Rank.running(job.started().map(each -> each.toEpochMilli()).orElse(0L)),
                        job.id())
                : job.rank();
    }

    private static int isPaused(@Nullable JobRecord job) {
        return job != null && job.state() == JobState.PAUSED ? 1 : 0;
    }
}
