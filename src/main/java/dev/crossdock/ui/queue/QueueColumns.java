package dev.crossdock.ui.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.QueueList;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The columns of each list.
final class QueueColumns {

    private static final PseudoClass FOLDER = PseudoClass.getPseudoClass("folder");
    private static final double TOOLTIP_WIDTH = 420;

    private final JobWords words;

    QueueColumns(JobWords words) {
        this.words = words;
    }

    List<TableColumn<JobRow, JobRow.Moment>> of(QueueList list) {
        return switch (list) {
            case OPEN ->
                    List.of(
                            column("name", 165, 900, NameCell::new),
                            column("between", 110, 240, text(this::between)),
                            column("progress", 105, 180, () -> new ProgressCell(words)),
                            number("size", 132, this::size),
                            number("speed", 84, words::speed),
                            number("eta", 58, words::remaining),
                            column("route", 130, 200, this::routes),
                            narrow("protection", 100, ProtectionCell::new),
                            column("state", 214, 900, () -> new StateCell(words)));
            case FAILED ->
                    List.of(
                            column("name", 200, 900, NameCell::new),
                            column("between", 120, 260, text(this::between)),
                            column("reason", 330, 1200, this::reasons),
                            column("advice", 300, 1200, this::advices),
                            narrow("when", 136, text(this::when)));
            case ENDED ->
                    List.of(
                            column("name", 170, 900, NameCell::new),
                            column("between", 110, 240, text(this::between)),
                            narrow("when", 136, text(this::when)),
                            number("size", 74, this::size),
                            number("speed", 84, words::speed),
                            column("route", 130, 200, this::routes),
                            narrow("protection", 100, ProtectionCell::new),
                            narrow("verified", 96, text(this::verified)),
                            column("state", 190, 900, () -> new StateCell(words)));
        };
    }

    private String between(JobRow.Moment moment) {
        return words.between(moment.job().spec());
    }

    private String size(JobRow.Moment moment) {
        return words.size(moment.job());
    }

    private String when(JobRow.Moment moment) {
        return words.when(moment.job());
    }

    private String verified(JobRow.Moment moment) {
        return JobWords.verified(moment.job());
    }

    private TableCell<JobRow, JobRow.Moment> routes() {
        return new TextCell(
                moment -> words.route(moment.job()), moment -> words.fullRoute(moment.job()));
    }

    private TableCell<JobRow, JobRow.Moment> reasons() {
        return new TextCell(
                moment -> words.state(moment.job()), moment -> JobWords.failureWords(moment.job()));
    }

    private TableCell<JobRow, JobRow.Moment> advices() {
        return new TextCell(
                moment -> JobWords.advice(moment.job()), moment -> JobWords.advice(moment.job()));
    }

    private static TableColumn<JobRow, JobRow.Moment> column(
            String id, double width, double max, Supplier<TableCell<JobRow, JobRow.Moment>> cell) {
        var column = new TableColumn<JobRow, JobRow.Moment>(Strings.text("queue.column." + id));
        column.setId("queue-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width * 0.7, 130));
        column.setMaxWidth(max);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> row.getValue().nowProperty());
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /// A column whose words have always the same length.
    private static TableColumn<JobRow, JobRow.Moment> narrow(
            String id, double width, Supplier<TableCell<JobRow, JobRow.Moment>> cell) {
        var column = column(id, width, width * 1.1, cell);
        column.setMinWidth(width);
        return column;
    }

    private static Supplier<TableCell<JobRow, JobRow.Moment>> text(
            Function<JobRow.Moment, String> text) {
        return () -> new TextCell(text, _ -> "");
    }

    private static TableColumn<JobRow, JobRow.Moment> number(
            String id, double width, Function<JobRow.Moment, String> text) {
        var column = column(id, width, width * 1.2, text(text));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static final class TextCell extends TableCell<JobRow, JobRow.Moment> {

        private final Function<JobRow.Moment, String> text;
        private final Function<JobRow.Moment, String> more;
        private final Tooltip tooltip = new Tooltip();

        /// @param more for the tooltip; empty for none
        TextCell(Function<JobRow.Moment, String> text, Function<JobRow.Moment, String> more) {
            this.text = text;
            this.more = more;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(TOOLTIP_WIDTH);
        }

        @Override
        protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            boolean blank = empty || moment == null;
            String words = blank ? "" : text.apply(moment);
            setText(words.lines().findFirst().orElse(""));
            String all = blank ? "" : more.apply(moment);
            tooltip.setText(all);
            setTooltip(all.isEmpty() ? null : tooltip);
        }
    }

    private final class NameCell extends TableCell<JobRow, JobRow.Moment> {

        private final FontIcon icon = Icon.FILE.node("entry-icon");
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty || moment == null) {
                // Until it was read from the disk, a row is only a place.
                setText(empty ? null : Strings.text("queue.unread"));
                setGraphic(null);
                setTooltip(null);
                return;
            }
            JobSpec spec = moment.job().spec();
            boolean folder = spec.kind() == JobSpec.Kind.FOLDER;
            (folder ? Icon.FOLDER : Icon.FILE).showIn(icon);
            icon.pseudoClassStateChanged(FOLDER, folder);
            setText(words.name(spec));
            setGraphic(icon);
            tooltip.setText(words.paths(spec));
            setTooltip(tooltip);
        }
    }

    /// Whether a job is one that the user may start again.
    static boolean isOver(JobState state) {
        return state.isEnd() && state != JobState.DONE;
    }
}
