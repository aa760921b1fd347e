package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueService;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The queue as the window shows it.
///
/// All methods are called on the JavaFX thread.
public final class QueueViewModel {

    private final QueueService queue;
    private final Clock clock;
    private final Consumer<JobView> ended;
    private final UnaryOperator<JobSpec> renewed;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final Map<JobId, JobRow> byId = new HashMap<>();
    private final Map<JobId, SpeedGauge> gauges = new HashMap<>();
    private final Set<JobId> failed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(Totals.NONE);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private long version;

    /// @param ended is told once of every job that ends while the window is open
    /// @param renewed the same job as it would be asked for now
    public QueueViewModel(
            QueueService queue,
            Clock clock,
            Consumer<JobView> ended,
            UnaryOperator<JobSpec> renewed) {
        this.queue = queue;
        this.clock = clock;
        this.ended = ended;
        this.renewed = renewed;
        paused.addListener((_, _, now) -> queue.pause(now));
    }

    ObservableList<JobRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Totals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    /// Pulls what changed since the last time.
    public void tick() {
        apply(queue.changesSince(version));
    }

    void apply(QueueChanges changes) {
        version = changes.version();
        Instant now = clock.instant();
        remove(changes.removed());
        var fresh = new ArrayList<JobRow>();
        for (JobView job : changes.changed()) {
            JobRow row = byId.get(job.id());
            if (row == null) {
                row = new JobRow(moment(job, now));
                byId.put(job.id(), row);
                fresh.add(row);
                note(job, job.state().isEnd());
            } else {
                boolean justEnded = job.state().isEnd() && !row.job().state().isEnd();
                row.update(moment(job, now));
                note(job, justEnded);
            }
        }
        if (!fresh.isEmpty()) {
            fresh.sort(Comparator.comparing(JobRow::id));
            rows.addAll(fresh);
        }
        count(changes, now);
    }

    Optional<JobRow> row(JobId id) {
        return Optional.ofNullable(byId.get(id));
    }

    void cancel(List<JobRow> chosen) {
        queue.cancel(ids(chosen));
    }

    /// Has jobs tried again, under the rules as they are now.
    void retry(List<JobRow> chosen) {
        var same = new ArrayList<JobRow>();
        for (JobRow row : chosen) {
            JobSpec old = row.job().spec();
            JobSpec now = renewed.apply(old);
            JobState state = row.job().state();
            if (now.equals(old) || !state.isEnd() || state == JobState.DONE) {
                same.add(row);
            } else {
                queue.remove(List.of(row.id()));
                queue.add(List.of(now));
            }
        }
        queue.retry(ids(same));
    }

    /// Forgets those that have ended.
    void remove(List<JobRow> chosen) {
        queue.remove(ids(chosen.stream().filter(row -> row.job().state().isEnd()).toList()));
    }

    /// Cancels what has not ended, forgets what has.
    void cancelOrRemove(List<JobRow> chosen) {
        remove(chosen);
        cancel(chosen.stream().filter(row -> !row.job().state().isEnd()).toList());
    }

    void clearFinished() {
        queue.clearFinished();
    }

    private static List<JobId> ids(List<JobRow> chosen) {
        return chosen.stream().map(JobRow::id).toList();
    }

    private JobRow.Moment moment(JobView job, Instant now) {
        if (job.state() != JobState.RUNNING) {
            gauges.remove(job.id());
            return new JobRow.Moment(job, OptionalDouble.empty());
        }
        SpeedGauge gauge = gauges.computeIfAbsent(job.id(), _ -> new SpeedGauge());
        switch (job.progress()) {
            case Progress.Unknown() -> {}
            case Progress.Counted(long bytes) -> gauge.update(bytes, now);
            case Progress.Observed(long bytes, Instant when) -> gauge.update(bytes, when);
        }
        return new JobRow.Moment(job, gauge.speed(now));
    }

    private void note(JobView job, boolean justEnded) {
        if (job.state() == JobState.FAILED) {
            failed.add(job.id());
        } else {
            failed.remove(job.id());
        }
        if (justEnded) {
            ended.accept(job);
        }
    }

    private void remove(Collection<JobId> gone) {
        var lost = new HashSet<JobRow>();
        for (JobId id : gone) {
            JobRow row = byId.remove(id);
            gauges.remove(id);
            failed.remove(id);
            if (row != null) {
                lost.add(row);
            }
        }
        if (!lost.isEmpty()) {
            rows.removeAll(lost);
        }
    }

    private void count(QueueChanges changes, Instant now) {
        double speed =
                gauges.values().stream().mapToDouble(gauge -> gauge.speed(now).orElse(0)).sum();
        totals.set(new Totals(changes.running(), changes.waiting(), failed.size(), speed));
    }
}
