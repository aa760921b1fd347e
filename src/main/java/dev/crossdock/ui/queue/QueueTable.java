package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Rank;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

/// The table of one of the queue's lists.
final class QueueTable extends TableView<JobRow> {

    private static final double ROW = 28;

    private final ReadOnlyIntegerWrapper selections = new ReadOnlyIntegerWrapper();
    private JobList list;
    private @Nullable Rank top;
    private double above;

    /// @param id `queue`, `failed`, `finished`
    QueueTable(String id, JobList list, JobWords words) {
        this.list = list;
        setId(id + "-table");
        setAccessibleText(Strings.text("queue.table." + id));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "queue-table");
        setPlaceholder(nothing("queue.empty." + id));
        getColumns().addAll(new QueueColumns(words).of(list.kind()));
        show(list);
    }

    /// Shows another list of the same kind.
    void show(JobList other) {
        list = other;
        setItems(other);
        setSelectionModel(new RangeSelection(this, other, this::selectionChanged));
        selectionChanged();
    }

    void say(String key) {
        setPlaceholder(nothing(key));
    }

    JobList list() {
        return list;
    }

    QueueList kind() {
        return list.kind();
    }

    /// Counts up whenever something else is selected.
    ReadOnlyIntegerProperty selectionsProperty() {
        return selections.getReadOnlyProperty();
    }

    private void selectionChanged() {
        selections.set(selections.get() + 1);
    }

    private static javafx.scene.control.Label nothing(String key) {
        var nothing = Labels.muted(Strings.text(key));
        nothing.getStyleClass().add("empty-queue");
        return nothing;
    }
}
