package dev.crossdock.ui.queue;

import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Move;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.QueueList;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.dialog.JobDialog;
import dev.crossdock.ui.dialog.TimeDialog;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// What can be done with the selected jobs of one table.
final class QueueActions {

    /// Of more, it is not looked at each whether something can be done with it.
    private static final int LOOKED_AT = 200;

    private final QueueViewModel model;
    private final QueueOrders orders;
    private final QueueTable table;
    private final JobWords words;
    private final Clock clock;
    private final BooleanBinding letsGo;

    QueueActions(QueueViewModel model, QueueOrders orders, QueueTable table, JobWords words) {
        this.model = model;
        this.orders = orders;
        this.table = table;
        this.words = words;
        this.clock = model.clock();
        letsGo = when(() -> !picked().isEmpty() && !any(job -> !isHeld(job)));
    }

    BooleanBinding nothingPicked() {
        return when(() -> picked().isEmpty());
    }

    BooleanBinding notOne() {
        return when(() -> picked().size() != 1);
    }

    BooleanBinding nothingToRetry() {
        return none(job -> QueueColumns.isOver(job.state()));
    }

    BooleanBinding nothingToLetGo() {
        return none(QueueActions::isHeld);
    }

    BooleanBinding nothingThatWaits() {
        return none(job -> job.state() == JobState.WAITING || job.state() == JobState.PAUSED);
    }

    BooleanBinding nothingHere() {
        return Bindings.createBooleanBinding(() -> table.list().isEmpty(), table.list());
    }

    /// Whether the next press of the button lets jobs go rather than pause them.
    BooleanBinding letsGo() {
        return letsGo;
    }

    void cancel() {
        orders.cancel(pick());
    }

    void pauseOrLetGo() {
        if (letsGo().get()) {
            orders.letGo(pick());
        } else {
            orders.pause(pick());
        }
    }

    void letGo() {
        orders.letGo(pick());
    }

    void retry() {
        orders.retry(pick());
    }

    void retryAll() {
        orders.retry(table.list().all());
    }

    void remove() {
        orders.remove(pick());
    }

    void clear() {
        orders.clear(table.kind());
    }

    void cancelOrRemove() {
        switch (table.kind()) {
            case OPEN -> cancel();
            case FAILED, ENDED -> remove();
        }
    }

    void move(Move where) {
        orders.move(pick(), where);
    }

    /// @param row where they are to stand; behind the last row for the end of the line
    void moveBefore(int row) {
        JobList list = table.list();
        if (row >= list.size()) {
            orders.move(pick(), Move.BOTTOM);
        } else if (row < model.overviewProperty().get().totals().running()) {
            // Running jobs stand before the line.
            orders.move(pick(), Move.TOP);
        } else {
            orders.moveBefore(pick(), list.rank(row).id());
        }
    }

    void prioritize(Priority priority) {
        orders.prioritize(pick(), priority);
    }

    void startAt() {
        Pick pick = pick();
        TimeDialog.create(
                        table.getScene().getWindow(),
                        Strings.text("queue.startAt.title"),
                        Strings.text("queue.startAt.text"),
                        clock)
                .show(when -> orders.startAt(pick, when));
    }

    void showDetails() {
        if (picked().size() == 1) {
            table.list().loadedPicks(1).stream()
                    .flatMap(row -> row.moment().stream())
                    .forEach(this::showDetails);
        }
    }

    private void showDetails(JobRow.Moment moment) {
        JobView job = moment.job();
        String name = words.name(job.spec());
        var window = table.getScene().getWindow();
        Optional.of(job)
                .filter(shown -> shown.list() == QueueList.FAILED)
                .flatMap(JobWords::failure)
                .map(why -> FailureDialog.create(window, name, why))
                .orElseGet(() -> JobDialog.create(window, name, new JobFacts(words).of(moment)))
                .show(_ -> {});
    }

    private IndexRanges picked() {
        return table.list().picked();
    }

    private Pick pick() {
        return table.list().pick();
    }

    private static boolean isHeld(JobView job) {
        return job.state() == JobState.PAUSED
                || (job.state() == JobState.WAITING && job.due().isPresent());
    }

    /// True of some, and of very many that were not all read.
    private boolean any(Predicate<JobView> fits) {
        List<JobRow> rows = table.list().loadedPicks(LOOKED_AT);
        return rows.stream().flatMap(row -> row.job().stream()).anyMatch(fits);
    }

    private BooleanBinding none(Predicate<JobView> fits) {
        return when(() -> picked().isEmpty() || (picked().size() <= LOOKED_AT && !any(fits)));
    }

    /// Asked when the selection changes and whenever something happens in the queue.
    private BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(
                condition::getAsBoolean, table.selectionsProperty(), model.overviewProperty());
    }
}
