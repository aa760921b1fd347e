package dev.crossdock.ui.queue;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.TableViewSelectionModel;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntFunction;

/// The selected rows of a table as runs of indices, so that all of a million are selected at once.
///
/// The usual model keeps an object for each selected row and goes through all of them whenever the
/// list changes. Here the list keeps the runs, and moves them itself.
@SuppressWarnings("rawtypes") // As the model it extends.
final class RangeSelection extends TableViewSelectionModel<JobRow> {

    private final JobList list;
    private final Runnable changed;
    private final Lazy<Integer> indices;
    private final Lazy<JobRow> items;
    private final Lazy<TablePosition> cells;

    /// @param changed runs whenever the selection is another, or stands elsewhere
    RangeSelection(TableView<JobRow> table, JobList list, Runnable changed) {
        super(table);
        this.list = list;
        this.changed = changed;
        IndexRanges picked = list.picked();
        indices = new Lazy<>(picked, position -> picked.get(position));
        items = new Lazy<>(picked, position -> list.get(picked.get(position)));
        cells = new Lazy<>(picked, position -> position(picked.get(position)));
        setSelectionMode(SelectionMode.MULTIPLE);
        list.addListener((ListChangeListener<JobRow>) _ -> moved());
    }

    /// What is asked for is made when it is asked for.
    private static final class Lazy<E> extends ObservableListBase<E> {

        private final IndexRanges picked;
        private final IntFunction<E> element;

        Lazy(IndexRanges picked, IntFunction<E> element) {
            this.picked = picked;
            this.element = element;
        }

        @Override
        public E get(int position) {
            return element.apply(position);
        }

        @Override
        public int size() {
            return picked.size();
        }

        /// Names one row for all: listeners look at what is selected now.
        void tell(List<E> added, List<E> removed) {
            if (hasListeners()) {
                fireChange(new OneChange<>(this, added, removed));
            }
        }
    }

    @Override
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<JobRow> getSelectedItems() {
        return items;
    }

    @Override
    public boolean isSelected(int row) {
        return list.picked().contains(row);
    }

    @Override
    public boolean isSelected(int row, @Nullable TableColumn<JobRow, ?> column) {
        return isSelected(row);
    }

    @Override
    public boolean isEmpty() {
        return list.picked().isEmpty();
    }

    @Override
    public void select(int row) {
        if (isThere(row)) {
            list.picked().add(row);
            led(row, false);
        }
    }

    @Override
    public void select(JobRow row) {
        select(list.indexOf(row));
    }

    @Override
    public void select(int row, @Nullable TableColumn<JobRow, ?> column) {
        select(row);
    }

    @Override
    public void clearAndSelect(int row) {
        if (isThere(row)) {
            list.picked().clear();
            list.picked().add(row);
            led(row, true);
        }
    }

    @Override
    public void clearAndSelect(int row, @Nullable TableColumn<JobRow, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearSelection() {
        list.picked().clear();
        lead(-1);
        tell(-1, true);
    }

    @Override
    public void clearSelection(int row) {
        list.picked().remove(row);
        if (getSelectedIndex() == row) {
            lead(-1);
        }
        tell(-1, true);
    }

    @Override
    public void clearSelection(int row, @Nullable TableColumn<JobRow, ?> column) {
        clearSelection(row);
    }

    @Override
    public void selectIndices(int row, int... rows) {
        select(row);
        for (int other : rows) {
            select(other);
        }
    }

    /// The model counts down as well: from the first to the one before the last, whichever is more.
    @Override
    public void selectRange(int start, int end) {
        if (start == end) {
            return;
        }
        boolean down = start < end;
        int from = Math.max(0, down ? start : end + 1);
        int to = Math.min(list.size(), down ? end : start + 1);
        if (from < to) {
            list.picked().add(from, to);
            led(down ? to - 1 : from, false);
        }
    }

    @Override
    public void selectRange(
            int minRow,
            @Nullable TableColumnBase<JobRow, ?> minColumn,
            int maxRow,
            @Nullable TableColumnBase<JobRow, ?> maxColumn) {
        selectRange(minRow, maxRow + 1);
    }

    @Override
    public void selectAll() {
        if (!list.isEmpty()) {
            list.picked().add(0, list.size());
            int row = getFocusedIndex();
            lead(isThere(row) ? row : 0);
            tell(getSelectedIndex(), false);
        }
    }

    @Override
    public void selectFirst() {
        clearAndSelect(0);
    }

    @Override
    public void selectLast() {
        clearAndSelect(list.size() - 1);
    }

    @Override
    public void selectPrevious() {
        select(getFocusedIndex() < 0 ? list.size() - 1 : getFocusedIndex() - 1);
    }

    @Override
    public void selectNext() {
        select(getFocusedIndex() + 1);
    }

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    @Override
    public void selectLeftCell() {
        // Whole rows are selected.
    }

    @Override
    public void selectRightCell() {
        // Whole rows are selected.
    }

    private boolean isThere(int row) {
        return row >= 0 && row < list.size();
    }

    private void led(int row, boolean replaced) {
        lead(row);
        focus(row);
        tell(row, replaced);
    }

    private void lead(int row) {
        list.lead(row);
        setSelectedIndex(row);
        setSelectedItem(row < 0 ? null : list.get(row));
    }

    /// The list moved the runs already.
    private void moved() {
        if (list.picked().isEmpty() && getSelectedIndex() < 0) {
            return;
        }
        setSelectedIndex(list.lead());
        setSelectedItem(list.lead() < 0 ? null : list.get(list.lead()));
        tell(-1, true);
    }

    /// @param row the one that came in; -1 if none did
    /// @param replaced whether others went out
    private void tell(int row, boolean replaced) {
        int named = Math.max(0, row);
        List<TablePosition> gone = replaced ? List.of(position(named)) : List.of();
        List<TablePosition> fresh = row >= 0 ? List.of(position(row)) : List.of();
        cells.tell(fresh, gone);
        indices.tell(row >= 0 ? List.of(row) : List.of(), replaced ? List.of(named) : List.of());
        items.tell(row >= 0 ? List.of(list.get(row)) : List.of(), List.of());
        changed.run();
    }

    private TablePosition position(int row) {
        return new TablePosition<JobRow, Object>(getTableView(), row, null);
    }
}
