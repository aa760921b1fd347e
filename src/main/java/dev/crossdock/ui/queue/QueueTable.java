package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.model.JobSpec;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/// The table of jobs, in the order they were added.
final class QueueTable extends TableView<JobRow> {

    private static final double ROW = 28;

    private final JobWords words;

    QueueTable(QueueViewModel model, JobWords words) {
        this.words = words;
        setId("queue-table");
        setAccessibleText(Strings.text("queue.table"));
        setFixedCellSize(ROW);
        setItems(model.rows());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "queue-table");
        var nothing = Labels.muted(Strings.text("queue.empty"));
        nothing.getStyleClass().add("empty-queue");
        setPlaceholder(nothing);

        getColumns()
                .addAll(
                        List.of(
                                column("name", 165, 900, NameCell::new),
                                column("between", 110, 240, text(this::between)),
                                column("progress", 105, 180, () -> new ProgressCell(words)),
                                number("size", 132, this::size),
                                number("speed", 84, words::speed),
                                number("eta", 58, words::remaining),
                                column("route", 130, 200, RouteCell::new),
                                column("protection", 98, 130, ProtectionCell::new),
                                column("state", 214, 900, () -> new StateCell(words))));
    }

    /// What is selected, without the holes the selection model has while rows change.
    List<JobRow> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private String between(JobRow.Moment moment) {
        return words.between(moment.job().spec());
    }

    private String size(JobRow.Moment moment) {
        return words.size(moment.job());
    }

    private static TableColumn<JobRow, JobRow.Moment> column(
            String id, double width, double max, Supplier<TableCell<JobRow, JobRow.Moment>> cell) {
        var column = new TableColumn<JobRow, JobRow.Moment>(Strings.text("queue.column." + id));
        column.setId("queue-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setMaxWidth(max);
        column.setSortable(false);
        column.setCellValueFactory(row -> row.getValue().nowProperty());
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private static Supplier<TableCell<JobRow, JobRow.Moment>> text(
            Function<JobRow.Moment, String> text) {
        return () -> new TextCell(text);
    }

    private static TableColumn<JobRow, JobRow.Moment> number(
            String id, double width, Function<JobRow.Moment, String> text) {
        var column = column(id, width, width * 1.2, text(text));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static final class TextCell extends TableCell<JobRow, JobRow.Moment> {

        private final Function<JobRow.Moment, String> text;

        TextCell(Function<JobRow.Moment, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            setText(empty || moment == null ? null : text.apply(moment));
        }
    }

    private final class NameCell extends TableCell<JobRow, JobRow.Moment> {

        private final FontIcon icon = Icon.FILE.node("entry-icon");
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty || moment == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            JobSpec spec = moment.job().spec();
            boolean folder = spec.kind() == JobSpec.Kind.FOLDER;
            (folder ? Icon.FOLDER : Icon.FILE).showIn(icon);
            icon.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("folder"), folder);
            setText(words.name(spec));
            setGraphic(icon);
            tooltip.setText(words.paths(spec));
            setTooltip(tooltip);
        }
    }

    private final class RouteCell extends TableCell<JobRow, JobRow.Moment> {

        private final Tooltip tooltip = new Tooltip();

        RouteCell() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(380);
        }

        @Override
        protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            String route = empty || moment == null ? "" : words.route(moment.job());
            setText(route);
            if (moment == null || route.isEmpty()) {
                setTooltip(null);
            } else {
                tooltip.setText(words.fullRoute(moment.job()));
                setTooltip(tooltip);
            }
        }
    }
}
