package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;

import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Brings new rows into a table and keeps selection and scroll position where it can.
///
/// The selection is cleared first: replacing rows while all are selected takes seconds.
final class RowSync {

    /// Beyond that, finding the rows again costs more than it is worth.
    private static final int KEPT = 10_000;

    private final TableView<Entry> table;
    private RemotePath folder = RemotePath.ROOT;

    RowSync(TableView<Entry> table) {
        this.table = table;
    }

    void show(Shown shown) {
        boolean sameFolder = shown.folder().equals(folder);
        Set<String> selected = sameFolder ? selectedNames() : Set.of();
        int first = sameFolder ? firstVisible() : 0;
        String focused = sameFolder ? focusedName() : "";
        folder = shown.folder();

        table.getSelectionModel().clearSelection();
        table.getItems().setAll(shown.rows());
        table.scrollTo(Math.max(0, first));

        Optional<Integer> wanted = shown.focus().flatMap(name -> indexOf(shown.rows(), name));
        if (wanted.isPresent()) {
            table.getSelectionModel().clearAndSelect(wanted.get());
            reveal(wanted.get());
        } else {
            select(shown.rows(), selected);
            int row = indexOf(shown.rows(), focused).orElse(shown.rows().isEmpty() ? -1 : 0);
            table.getFocusModel().focus(row);
        }
    }

    private void select(List<Entry> rows, Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        int[] indices =
                IntStream.range(0, rows.size())
                        .filter(i -> names.contains(rows.get(i).name()))
                        .toArray();
        if (indices.length > 0) {
            table.getSelectionModel().selectIndices(indices[0], indices);
        }
    }

    private Set<String> selectedNames() {
        var selected = table.getSelectionModel().getSelectedItems();
        if (selected.size() > KEPT) {
            return Set.of();
        }
        return selected.stream()
                .filter(java.util.Objects::nonNull)
                .map(Entry::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String focusedName() {
        Entry focused = table.getFocusModel().getFocusedItem();
        return focused == null ? "" : focused.name();
    }

    private int firstVisible() {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var cell = flow.getFirstVisibleCell();
            return cell == null ? 0 : cell.getIndex();
        }
        return 0;
    }

    /// Leaves a few rows above it in sight.
    private void reveal(int row) {
        table.scrollTo(Math.max(0, row - 4));
    }

    private static Optional<Integer> indexOf(List<Entry> rows, String name) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
