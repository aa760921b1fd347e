package dev.crossdock.ui.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.queue.JobView;
import dev.crossdock.ui.control.Icon;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/// How a job stands, with an icon.
final class StateCell extends TableCell<JobRow, JobRow.Moment> {

    private final JobWords words;
    private final FontIcon icon = Icon.WAITING.node("state-icon");
    private final Tooltip tooltip = new Tooltip();

    StateCell(JobWords words) {
        this.words = words;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
    }

    @Override
    protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
        super.updateItem(moment, empty);
        if (empty || moment == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        JobView job = moment.job();
        icon(job).showIn(icon);
        icon.getStyleClass().removeIf(style -> style.startsWith("state-of-"));
        icon.getStyleClass().add("state-of-" + job.state().name().toLowerCase(Locale.ROOT));
        String text = words.state(job);
        setText(text.lines().findFirst().orElse(""));
        setGraphic(icon);
        tooltip.setText(text);
        setTooltip(tooltip);
    }

    private static Icon icon(JobView job) {
        return switch (job.state()) {
            case WAITING -> job.due().isPresent() ? Icon.LATER : Icon.WAITING;
            case PAUSED -> Icon.PAUSE;
            case RUNNING -> Icon.RUNNING;
            case DONE -> job.spec().kind() == JobSpec.Kind.FOLDER ? Icon.EXPAND : Icon.DONE;
            case SKIPPED -> Icon.SKIPPED;
            case FAILED -> Icon.FAILED;
            case CANCELLED -> Icon.CANCEL;
        };
    }
}
