package dev.crossdock.ui.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;

import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/// The bar of a job. Measured, counted and unknown progress each look different.
final class ProgressCell extends TableCell<JobRow, JobRow.Moment> {

    private static final PseudoClass OBSERVED = PseudoClass.getPseudoClass("observed");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final JobWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Tooltip tooltip = new Tooltip();

    ProgressCell(JobWords words) {
        this.words = words;
        bar.getStyleClass().add("job-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
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
        bar.setProgress(JobWords.fraction(job).orElse(unknown(job)));
        bar.pseudoClassStateChanged(OBSERVED, job.progress() instanceof Progress.Observed);
        bar.pseudoClassStateChanged(FAILED, job.state() == JobState.FAILED);
        bar.pseudoClassStateChanged(DONE, job.state() == JobState.DONE);
        String how = words.howKnown(job);
        tooltip.setText(how);
        setTooltip(how.isEmpty() ? null : tooltip);
        bar.setAccessibleText(how);
        setGraphic(bar);
    }

    /// A folder is only made and looked into; a job that waits has nothing to show.
    private static boolean hasBar(JobView job) {
        return switch (job.state()) {
            case WAITING, SKIPPED, CANCELLED -> false;
            case RUNNING -> true;
            case DONE -> job.spec().kind() == JobSpec.Kind.FILE;
            case FAILED -> JobWords.fraction(job).isPresent();
        };
    }

    private static double unknown(JobView job) {
        return job.state() == JobState.RUNNING ? ProgressBar.INDETERMINATE_PROGRESS : 0;
    }
}
