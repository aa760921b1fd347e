package dev.crossdock.ui.control;

import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.PickResult;

import java.util.Optional;

/// The rows of a table as the pointer meets them.
public final class TableRows {

    private TableRows() {}

    /// The row under the pointer that shows something.
    public static Optional<TableRow<?>> at(PickResult picked) {
        for (Node node = picked.getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() ? Optional.empty() : Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
