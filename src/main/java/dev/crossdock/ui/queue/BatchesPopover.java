package dev.crossdock.ui.queue;

import atlantafx.base.controls.Popover;

import dev.crossdock.queue.Batch;
import dev.crossdock.queue.Tally;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How far each piece of work is that was asked for in one go.
final class BatchesPopover {

    private static final double WIDTH = 360;
    private static final int SHOWN = 8;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final QueueViewModel model;
    private final VBox box = new VBox();
    private Instant shown = Instant.MIN;

    BatchesPopover(QueueViewModel model) {
        this.model = model;
        box.setId("batches");
        box.getStyleClass().add("batches");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
    }

    void show(Node button) {
        var popover = new Popover(box);
        popover.setTitle(Strings.text("queue.batches"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        Subscription following = model.overviewProperty().subscribe(_ -> update());
        popover.setOnHidden(_ -> following.unsubscribe());
        popover.show(button);
    }

    private void update() {
        Instant now = model.clock().instant();
        if (now.isBefore(shown.plus(PERIOD))) {
            return;
        }
        shown = now;
        List<Batch> batches = model.batches();
        box.getChildren().setAll(batches.stream().limit(SHOWN).map(BatchesPopover::row).toList());
        if (batches.isEmpty()) {
            box.getChildren().add(Labels.muted(Strings.text("queue.batches.none")));
        } else if (batches.size() > SHOWN) {
            box.getChildren()
                    .add(
                            Labels.note(
                                    Strings.text(
                                            "queue.batches.more",
                                            Amounts.number(batches.size() - SHOWN))));
        }
    }

    private static Node row(Batch batch) {
        var bar = new ProgressBar(fraction(batch.tally()));
        bar.getStyleClass().add("job-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        var name = new Label(title(batch));
        name.getStyleClass().add("batch-title");
        return new VBox(name, bar, Labels.small(words(batch.tally())));
    }

    private static String title(Batch batch) {
        String first = VisibleText.of(batch.title());
        return batch.roots() == 1
                ? first
                : Strings.text("queue.batches.title", first, Amounts.number(batch.roots() - 1));
    }

    private static String words(Tally tally) {
        String words =
                Strings.text(
                        "queue.total.files",
                        Amounts.number(tally.filesEnded()),
                        Amounts.number(tally.files()));
        if (tally.bytes() > 0) {
            words +=
                    " \u00b7 "
                            + Strings.text(
                                    "queue.total.bytes",
                                    Amounts.bytes(tally.bytesEnded()),
                                    Amounts.bytes(tally.bytes()));
        }
        return tally.filesFailed() == 0
                ? words
                : words
                        + " \u00b7 "
                        + Strings.text("queue.batches.failed", Amounts.number(tally.filesFailed()));
    }

    private static double fraction(Tally tally) {
        if (tally.bytes() > 0) {
            return (double) tally.bytesEnded() / tally.bytes();
        }
        return tally.files() == 0 ? 0 : (double) tally.filesEnded() / tally.files();
    }
}
