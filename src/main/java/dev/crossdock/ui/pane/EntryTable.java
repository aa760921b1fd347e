package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.model.Entry;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Function;

/// The table of a pane. Sorting and filtering are the view model's; this shows its rows.
final class EntryTable extends TableView<Entry> {

    private static final double ROW = 28;

    private final EntryWords words;

    EntryTable(PaneViewModel model, EntryWords words) {
        this.words = words;
        setId(model.side().id() + "-table");
        setAccessibleText(Strings.text("pane.table." + model.side().id()));
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "entry-table");
        setPlaceholder(placeholder(model));

        TableColumn<Entry, Entry> name = column("name", SortOrder.Key.NAME, 200, 5000);
        name.setMinWidth(120);
        name.setCellFactory(_ -> new NameCell());
        var size = text("size", SortOrder.Key.SIZE, 84, words::size);
        size.getStyleClass().add("number-column");
        var modified = text("modified", SortOrder.Key.MODIFIED, 132, words::modified);
        var permissions = text("permissions", SortOrder.Key.PERMISSIONS, 108, words::permissions);
        getColumns().addAll(List.of(name, size, modified, permissions));
        getSortOrder().add(name);
        setSortPolicy(_ -> {
            model.orderProperty().set(chosenOrder());
            return true;
        });

        model.shownProperty().subscribe(new RowSync(this)::show);
        getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<Entry>)
                                _ -> model.selectedProperty().set(selectedEntries()));
    }

    /// A copy without the holes that the selection model has while rows change.
    private List<Entry> selectedEntries() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private SortOrder chosenOrder() {
        if (getSortOrder().isEmpty()) {
            return SortOrder.BY_NAME;
        }
        TableColumn<Entry, ?> column = getSortOrder().getFirst();
        var key = (SortOrder.Key) column.getUserData();
        return new SortOrder(key, column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private TableColumn<Entry, Entry> text(
            String id, SortOrder.Key key, double width, Function<Entry, String> text) {
        TableColumn<Entry, Entry> column = column(id, key, width, width * 1.7);
        column.setMinWidth(width * 0.9);
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private static TableColumn<Entry, Entry> column(
            String id, SortOrder.Key key, double width, double max) {
        var column = new TableColumn<Entry, Entry>(Strings.text("pane.column." + id));
        column.setId(id);
        column.setUserData(key);
        column.setPrefWidth(width);
        column.setMaxWidth(max);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private static Label placeholder(PaneViewModel model) {
        var label = new Label();
        label.getStyleClass().add("empty-folder");
        label.setGraphic(Icon.EMPTY_FOLDER.node("empty-icon"));
        label.textProperty()
                .bind(
                        model.filterProperty()
                                .map(filter ->
                                        Strings.text(
                                                filter.isBlank()
                                                        ? "pane.empty"
                                                        : "pane.nothingMatches")));
        return label;
    }

    private final class NameCell extends TableCell<Entry, Entry> {

        private final FontIcon icon = Icon.FILE.node("entry-icon");

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            words.icon(entry).showIn(icon);
            icon.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("folder"), entry.isFolder());
            setText(words.name(entry));
            setGraphic(icon);
        }
    }

    private static final class TextCell extends TableCell<Entry, Entry> {

        private final Function<Entry, String> text;

        TextCell(Function<Entry, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : text.apply(entry));
        }
    }
}
