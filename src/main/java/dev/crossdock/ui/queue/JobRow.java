package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.JobView;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalDouble;

/// One line of the queue's tables. It stays the same object for as long as somebody shows it.
final class JobRow {

    /// What a row shows at one moment.
    ///
    /// @param speed in bytes a second
    /// @param estimate where the bytes may be by now, if they went on as they were seen to go
    record Moment(JobView job, OptionalDouble speed, OptionalDouble estimate) {

        Moment(JobView job, OptionalDouble speed) {
            this(job, speed, OptionalDouble.empty());
        }
    }

    private final JobId id;
    private final ReadOnlyObjectWrapper<@Nullable Moment> now = new ReadOnlyObjectWrapper<>();
    private boolean stale = true;

    JobRow(JobId id) {
        this.id = id;
    }

    JobId id() {
        return id;
    }

    /// Empty until it was read from the disk.
    Optional<JobView> job() {
        return moment().map(Moment::job);
    }

    Optional<Moment> moment() {
        return Optional.ofNullable(now.get());
    }

    ReadOnlyObjectProperty<@Nullable Moment> nowProperty() {
        return now.getReadOnlyProperty();
    }

    void update(Moment later) {
        stale = false;
        now.set(later);
    }

    /// Whether what it shows may be out of date.
    boolean isStale() {
        return stale;
    }

    void makeStale() {
        stale = true;
    }
}
