package dev.crossdock.ui.queue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.dialog.JobDialog;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What can be done with the selected jobs.
final class QueueActions {

    private static final int MANY = 1000;

    private final QueueViewModel model;
    private final QueueTable table;
    private final JobWords words;
    private final ReadOnlyObjectWrapper<List<JobRow>> selected =
            new ReadOnlyObjectWrapper<>(List.of());

    QueueActions(QueueViewModel model, QueueTable table, JobWords words) {
        this.model = model;
        this.table = table;
        this.words = words;
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<JobRow>) _ -> selected.set(table.selected()));
    }

    BooleanBinding nothingToCancel() {
        return none(row -> !row.job().state().isEnd());
    }

    BooleanBinding nothingToRetry() {
        return none(row ->
                switch (row.job().state()) {
                    case FAILED, CANCELLED, SKIPPED -> true;
                    case WAITING, RUNNING, DONE -> false;
                });
    }

    BooleanBinding nothingToRemove() {
        return none(row -> row.job().state().isEnd());
    }

    BooleanBinding notOne() {
        return Bindings.createBooleanBinding(() -> selected.get().size() != 1, selected);
    }

    void cancel() {
        model.cancel(table.selected());
    }

    void retry() {
        model.retry(table.selected());
    }

    void remove() {
        List<JobRow> chosen = table.selected();
        forgetSelection();
        model.remove(chosen);
    }

    void cancelOrRemove() {
        List<JobRow> chosen = table.selected();
        if (chosen.stream().anyMatch(row -> row.job().state().isEnd())) {
            forgetSelection();
        }
        model.cancelOrRemove(chosen);
    }

    void clearFinished() {
        if (table.selected().size() > MANY) {
            forgetSelection();
        }
        model.clearFinished();
    }

    /// Removing rows while many are selected keeps the table busy for seconds.
    private void forgetSelection() {
        table.getSelectionModel().clearSelection();
    }

    void showDetails() {
        List<JobRow> chosen = table.selected();
        if (chosen.size() == 1) {
            showDetails(chosen.getFirst());
        }
    }

    private void showDetails(JobRow row) {
        var job = row.job();
        String name = words.name(job.spec());
        Optional<Failure> failure =
                job.outcome().orElse(null) instanceof Outcome.Failed(Failure why)
                        ? Optional.of(why)
                        : Optional.empty();
        var window = table.getScene().getWindow();
        failure.map(why -> FailureDialog.create(window, name, why))
                .orElseGet(() ->
                        JobDialog.create(
                                window, name, new JobFacts(words).of(row.nowProperty().get())))
                .show(_ -> {});
    }

    /// Asked of the states when the selection changes and whenever the menu or bar is looked at.
    private BooleanBinding none(Predicate<JobRow> fits) {
        return Bindings.createBooleanBinding(
                () -> selected.get().stream().noneMatch(fits), selected, model.totalsProperty());
    }
}
