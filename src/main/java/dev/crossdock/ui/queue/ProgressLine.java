package dev.crossdock.ui.queue;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;

import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far the whole queue is.
final class ProgressLine extends HBox {

    private static final double BAR = 160;

    private final ProgressBar bar = new ProgressBar(0);

    ProgressLine(QueueViewModel model) {
        setId("queue-line");
        getStyleClass().add("queue-line");
        setAlignment(Pos.CENTER_LEFT);
        bar.setId("queue-overall");
        bar.getStyleClass().add("job-bar");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        var jobs = Labels.small("");
        jobs.setId("queue-totals");
        var amounts = Labels.small("");
        amounts.setId("queue-amounts");
        amounts.setMinWidth(0);
        var graph = new SpeedGraph(model.history());
        var batches = Buttons.icon("queue-batches", Icon.PACKAGES, "queue.batches.show", () -> {});
        batches.setOnAction(_ -> new BatchesPopover(model).show(batches));
        getChildren().addAll(bar, jobs, batches, Labels.spring(), amounts, graph);
        model.overviewProperty()
                .subscribe(sum -> {
                    bar.setProgress(sum.isDone() ? 0 : sum.fraction().orElse(0));
                    jobs.setText(sum.jobs());
                    amounts.setText(sum.amounts());
                    bar.setAccessibleText(sum.amounts());
                    graph.update();
                });
    }
}
