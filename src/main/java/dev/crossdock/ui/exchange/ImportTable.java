package dev.crossdock.ui.exchange;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.sites.SiteWords;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The sites of a file, each with a tick; the space bar sets it.
final class ImportTable extends TableView<ImportRow> {

    private static final double HEIGHT = 240;
    private static final double ROW = 28;

    ImportTable(List<ImportRow> rows) {
        setId("import-table");
        setAccessibleText(Strings.text("exchange.table"));
        setItems(FXCollections.observableList(rows));
        setFixedCellSize(ROW);
        setPrefHeight(HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        getColumns()
                .addAll(
                        List.of(
                                tick(),
                                column("name", 150, ImportRow::name),
                                column("folder", 120, row -> SiteWords.of(row.group())),
                                column("server", 160, ImportRow::server),
                                column("words", 270, ImportRow::words)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::tick);
        getSelectionModel().selectFirst();
    }

    private void tick(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            event.consume();
            Optional.ofNullable(getSelectionModel().getSelectedItem())
                    .filter(row -> row.parcel().isPresent())
                    .ifPresent(row -> row.wantedProperty().set(!row.isWanted()));
        }
    }

    private static TableColumn<ImportRow, ImportRow> tick() {
        var column = new TableColumn<ImportRow, ImportRow>();
        column.setId("import-tick");
        column.setMinWidth(38);
        column.setMaxWidth(38);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TickCell());
        return column;
    }

    private static TableColumn<ImportRow, ImportRow> column(
            String id, double width, Function<ImportRow, String> text) {
        var column = new TableColumn<ImportRow, ImportRow>(Strings.text("exchange.column." + id));
        column.setId("import-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(90);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private static final class TextCell extends TableCell<ImportRow, ImportRow> {

        private final Function<ImportRow, String> text;

        TextCell(Function<ImportRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable ImportRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : VisibleText.of(text.apply(row)));
        }
    }

    private static final class TickCell extends TableCell<ImportRow, ImportRow> {

        private final CheckBox box = new CheckBox();
        private @Nullable ImportRow shown;

        TickCell() {
            box.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(@Nullable ImportRow row, boolean empty) {
            super.updateItem(row, empty);
            if (shown != null) {
                box.selectedProperty().unbindBidirectional(shown.wantedProperty());
            }
            shown = empty ? null : row;
            setGraphic(shown == null ? null : box);
            if (shown != null) {
                box.setDisable(shown.parcel().isEmpty());
                box.setAccessibleText(VisibleText.of(shown.name()));
                box.selectedProperty().bindBidirectional(shown.wantedProperty());
            }
        }
    }
}
