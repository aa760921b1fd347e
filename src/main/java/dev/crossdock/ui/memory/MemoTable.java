package dev.crossdock.ui.memory;

import atlantafx.base.theme.Styles;

import dev.crossdock.site.Memo;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The table of what was learned, the latest first.
final class MemoTable extends TableView<Memo> {

    private static final double ROW = 28;

    MemoTable(MemoryViewModel model, MemoWords words) {
        setId("memory-table");
        setAccessibleText(Strings.text("memory.table"));
        setFixedCellSize(ROW);
        setItems(model.shown());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        setPlaceholder(Labels.muted(Strings.text("memory.empty")));
        getColumns()
                .addAll(
                        List.of(
                                column("servers", 180, words::servers, words::servers),
                                column("what", 155, words::what, words::fully),
                                column("state", 70, words::state, words::state),
                                column("when", 138, words::when, words::when),
                                column("words", 190, words::said, words::said)));
    }

    /// What is selected, without the holes the selection model has while rows change.
    List<Memo> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private static TableColumn<Memo, Memo> column(
            String id, double width, Function<Memo, String> text, Function<Memo, String> tooltip) {
        var column = new TableColumn<Memo, Memo>(Strings.text("memory.column." + id));
        column.setId("memory-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 138));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TextCell(text, tooltip));
        return column;
    }

    private static final class TextCell extends TableCell<Memo, Memo> {

        private final Function<Memo, String> text;
        private final Function<Memo, String> whole;
        private final Tooltip tooltip = new Tooltip();

        TextCell(Function<Memo, String> text, Function<Memo, String> whole) {
            this.text = text;
            this.whole = whole;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(380);
        }

        @Override
        protected void updateItem(@Nullable Memo memo, boolean empty) {
            super.updateItem(memo, empty);
            String words = empty || memo == null ? "" : text.apply(memo);
            setText(words);
            if (memo == null || words.isEmpty()) {
                setTooltip(null);
            } else {
                tooltip.setText(whole.apply(memo));
                setTooltip(tooltip);
            }
        }
    }
}
