package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.JobView;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.OptionalDouble;

/// One line of the queue's table. It stays the same object for as long as the job exists.
final class JobRow {

    /// What a row shows at one moment.
    ///
    /// @param speed in bytes a second
    record Moment(JobView job, OptionalDouble speed) {}

    private final JobId id;
    private final ReadOnlyObjectWrapper<Moment> now;

    JobRow(Moment first) {
        id = first.job().id();
        now = new ReadOnlyObjectWrapper<>(first);
    }

    JobId id() {
        return id;
    }

    JobView job() {
        return now.get().job();
    }

    ReadOnlyObjectProperty<Moment> nowProperty() {
        return now.getReadOnlyProperty();
    }

    void update(Moment later) {
        now.set(later);
    }
}
