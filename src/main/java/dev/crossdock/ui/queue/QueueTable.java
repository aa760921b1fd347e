package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.queue.QueueList;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The table of one of the queue's lists.
final class QueueTable extends TableView<JobRow> {

    private static final double ROW = 28;

    private final ReadOnlyIntegerWrapper selections = new ReadOnlyIntegerWrapper();
    private JobList list;
    private final ListChangeListener<JobRow> shifting = this::shifted;

    /// The row that is to stay where it is on the screen, -1 for none.
    private int held = -1;

    private int heldBefore = -1;
    private double heldAt;
    private Optional<JobRow> heldRow = Optional.empty();

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
        list.removeListener(shifting);
        list = other;
        // Before the table's own, which lay the rows anew.
        list.addListener(shifting);
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

    /// Keeps the rows in sight where they are while others come and go above them.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        int row = held;
        boolean moved = row != heldBefore;
        held = -1;
        if (row >= 0 && moved && row < list.size()) {
            flow().ifPresent(flow -> {
                flow.scrollToTop(row);
                flow.scrollPixels(-heldAt);
            });
        }
    }

    private void shifted(ListChangeListener.Change<? extends JobRow> change) {
        if (held < 0) {
            flow().ifPresent(flow -> hold(flow.getFirstVisibleCell()));
        }
        while (held >= 0 && change.next()) {
            if (change.wasReplaced()) {
                int found = heldRow.map(list::indexOf).orElse(-1);
                held = found >= 0 ? found : held;
            } else if (change.wasAdded() && change.getFrom() <= held) {
                held += change.getAddedSize();
            } else if (change.wasRemoved() && change.getFrom() < held) {
                held -= change.getRemovedSize();
            }
        }
    }

    /// Who is at the top wants to see the top.
    private void hold(@Nullable IndexedCell<?> first) {
        if (first != null && first.getIndex() > 0) {
            held = first.getIndex();
            heldBefore = held;
            heldAt = first.getLayoutY();
            heldRow = first.getItem() instanceof JobRow row ? Optional.of(row) : Optional.empty();
        }
    }

    private Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.of(flow)
                : Optional.empty();
    }

    private void selectionChanged() {
        selections.set(selections.get() + 1);
    }

    private static Label nothing(String key) {
        var nothing = Labels.muted(Strings.text(key));
        nothing.getStyleClass().add("empty-queue");
        return nothing;
    }
}
