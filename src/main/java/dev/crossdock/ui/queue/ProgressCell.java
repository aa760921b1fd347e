package dev.crossdock.ui.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;

import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;

/// The bar of a job. Measured, counted, estimated and unknown progress each look different.
final class ProgressCell extends TableCell<JobRow, JobRow.Moment> {

    private static final PseudoClass OBSERVED = PseudoClass.getPseudoClass("observed");
    private static final PseudoClass ESTIMATED = PseudoClass.getPseudoClass("estimated");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final JobWords words;
    private final ProgressBar bar = new ProgressBar();

    /// Behind the other: it is seen where it is longer.
    private final ProgressBar estimate = new ProgressBar();

    private final StackPane both = new StackPane(estimate, bar);
    private final Tooltip tooltip = new Tooltip();

    ProgressCell(JobWords words) {
        this.words = words;
        bar.getStyleClass().add("job-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        estimate.getStyleClass().addAll("job-bar", "estimate-bar");
        estimate.setMaxWidth(Double.MAX_VALUE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(380);
    }

    @Override
    protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
        super.updateItem(moment, empty);
        if (empty || moment == null || !hasBar(moment.job())) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        JobView job = moment.job();
        OptionalDouble guess = JobWords.estimated(moment);
        estimate.setVisible(guess.isPresent());
        estimate.setProgress(guess.orElse(0));
        bar.setProgress(JobWords.fraction(job).orElse(unknown(job)));
        bar.pseudoClassStateChanged(ESTIMATED, guess.isPresent());
        bar.pseudoClassStateChanged(OBSERVED, job.progress() instanceof Progress.Observed);
        bar.pseudoClassStateChanged(FAILED, job.state() == JobState.FAILED);
        bar.pseudoClassStateChanged(DONE, job.state() == JobState.DONE);
        String how = words.howKnown(moment);
        tooltip.setText(how);
        setTooltip(how.isEmpty() ? null : tooltip);
        bar.setAccessibleText(how);
        setGraphic(both);
    }

    /// A folder is only made and looked into; a job that never ran has nothing to show.
    private static boolean hasBar(JobView job) {
        return switch (job.state()) {
            case SKIPPED, CANCELLED -> false;
            case RUNNING -> true;
            case DONE -> job.spec().kind() == JobSpec.Kind.FILE;
            case WAITING, PAUSED, FAILED -> JobWords.fraction(job).isPresent();
        };
    }

    private static double unknown(JobView job) {
        return job.state() == JobState.RUNNING ? ProgressBar.INDETERMINATE_PROGRESS : 0;
    }
}
