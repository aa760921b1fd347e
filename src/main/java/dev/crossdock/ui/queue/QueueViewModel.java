package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.Batch;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Ranks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/// The queue as the window shows it.
///
/// All methods are called on the JavaFX thread.
public final class QueueViewModel {

    /// A bar is carried on so far behind what was measured last.
    private static final double GUESS_SECONDS = 15;

    /// Of more jobs in one go only those are told that are shown.
    private static final int TOLD = 500;

    private final QueueService queue;
    private final Clock clock;
    private final Consumer<JobView> ended;
    private final QueueThreads threads;
    private final RowCache rows;
    private final Map<QueueList, JobList> lists = new EnumMap<>(QueueList.class);
    private final JobList found;
    private final Map<JobId, SpeedGauge> gauges = new HashMap<>();
    private final SpeedHistory history = new SpeedHistory();
    private final ReadOnlyObjectWrapper<Overview> overview;
    private long version;

    /// @param ended is told once of every job that ends while the window is open
    public QueueViewModel(
            QueueService queue, Clock clock, Consumer<JobView> ended, QueueThreads threads) {
        this.queue = queue;
        this.clock = clock;
        this.ended = ended;
        this.threads = threads;
        rows = new RowCache(queue::views, threads.reads(), threads.front());
        for (QueueList list : QueueList.values()) {
            lists.put(list, new JobList(list, rows));
        }
        found = new JobList(QueueList.ENDED, rows);
        overview = new ReadOnlyObjectWrapper<>(new Overview(queue.changesSince(0).totals(), 0, 0));
    }

    JobList list(QueueList kind) {
        JobList list = lists.get(kind);
        if (list == null) {
            throw new IllegalStateException("no list " + kind);
        }
        return list;
    }

    /// What was searched for, of the ended jobs.
    JobList found() {
        return found;
    }

    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    SpeedHistory history() {
        return history;
    }

    /// Pulls what changed since the last time.
    public void tick() {
        apply(queue.changesSince(version));
        rows.tick();
    }

    void apply(QueueChanges changes) {
        version = changes.version();
        Instant now = clock.instant();
        boolean whole =
                changes.lists().values().stream().anyMatch(ListChange.Whole.class::isInstance);
        if (whole) {
            rows.makeStale();
        }
        Set<JobId> justEnded = justEnded(changes);
        boolean few = changes.changed().size() <= TOLD;
        for (JobView job : changes.changed()) {
            if (few) {
                rows.row(job.id()).update(moment(job, now));
            } else {
                rows.find(job.id()).ifPresent(row -> row.update(moment(job, now)));
            }
        }
        var running = new HashSet<JobId>();
        long under = 0;
        for (JobView job : changes.running()) {
            running.add(job.id());
            rows.row(job.id()).update(moment(job, now));
            under += job.spec().kind() == JobSpec.Kind.FILE ? JobWords.bytes(job).orElse(0) : 0;
        }
        gauges.keySet().retainAll(running);
        // The words are there before the rows: a new row need not be read.
        changes.lists().forEach((kind, change) -> list(kind).take(change));
        Optional.ofNullable(changes.lists().get(QueueList.ENDED)).ifPresent(this::prune);
        double speed =
                gauges.values().stream().mapToDouble(gauge -> gauge.speed(now).orElse(0)).sum();
        history.add(speed, now);
        overview.set(new Overview(changes.totals(), speed, under));
        changes.changed().stream().filter(job -> justEnded.contains(job.id())).forEach(ended);
    }

    /// Shows what was searched for.
    void find(Ranks ranks) {
        found.replace(ranks);
    }

    List<Batch> batches() {
        return queue.batches();
    }

    List<String> findings() {
        return queue.findings();
    }

    void hold(Hold how) {
        queue.hold(how);
    }

    void holdUntil(Instant when) {
        queue.holdUntil(when);
    }

    QueueService queue() {
        return queue;
    }

    QueueThreads threads() {
        return threads;
    }

    Clock clock() {
        return clock;
    }

    /// A job that is changed while it has a meter is shown by it.
    private JobRow.Moment moment(JobView job, Instant now) {
        if (job.state() != JobState.RUNNING) {
            return new JobRow.Moment(job, OptionalDouble.empty());
        }
        SpeedGauge gauge = gauges.computeIfAbsent(job.id(), _ -> new SpeedGauge());
        switch (job.progress()) {
            case Progress.Unknown() -> {}
            case Progress.Counted(long bytes) -> gauge.update(bytes, now);
            case Progress.Observed(long bytes, Instant when) -> gauge.update(bytes, when);
        }
        OptionalDouble speed = gauge.speed(now);
        return new JobRow.Moment(job, speed, estimate(job, speed, now));
    }

    /// Where the bytes may be that were measured a while ago; never beyond the size.
    static OptionalDouble estimate(JobView job, OptionalDouble speed, Instant now) {
        if (!(job.progress() instanceof Progress.Observed(long bytes, Instant when))
                || speed.isEmpty()
                || job.size().isEmpty()) {
            return OptionalDouble.empty();
        }
        double seconds =
                Math.clamp(java.time.Duration.between(when, now).toNanos() / 1e9, 0, GUESS_SECONDS);
        double guess = bytes + speed.getAsDouble() * seconds;
        return OptionalDouble.of(Math.min(guess, (double) job.size().getAsLong()));
    }

    private static Set<JobId> justEnded(QueueChanges changes) {
        var came = new HashSet<JobId>();
        for (QueueList kind : List.of(QueueList.FAILED, QueueList.ENDED)) {
            if (changes.lists().get(kind) instanceof ListChange.Steps(var steps)) {
                steps.stream()
                        .filter(ListChange.Step::added)
                        .forEach(step -> came.add(step.rank().id()));
            }
        }
        return came;
    }

    /// What is gone is no longer found; what is new is, when it is searched for again.
    private void prune(ListChange change) {
        if (found.isEmpty()) {
            return;
        }
        switch (change) {
            case ListChange.Steps(var steps) -> {
                var gone = steps.stream().filter(step -> !step.added()).toList();
                if (!gone.isEmpty()) {
                    found.take(new ListChange.Steps(gone));
                }
            }
            case ListChange.Whole(Ranks now) -> {
                var left = new Ranks();
                for (int index = 0; index < found.size(); index++) {
                    if (now.contains(found.rank(index))) {
                        left.add(found.rank(index));
                    }
                }
                found.replace(left);
            }
        }
    }
}
