package dev.crossdock.ui.shell;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.queue.QueueView;
import dev.crossdock.ui.queue.QueueViewModel;
import dev.crossdock.ui.transcript.TranscriptView;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import java.util.List;

/// Below the panes: queue or transcript, and the buttons of the window.
final class BottomPanel extends BorderPane {

    private final QueueView queue;
    private final TranscriptView transcript;
    private final HBox tools = new HBox();
    private final ToggleButton queueTab = Buttons.tab("queue-tab", Icon.RUNNING, "queue.tab");
    private final ToggleButton transcriptTab =
            Buttons.tab("transcript-tab", Icon.DETAILS, "transcript.tab");

    /// @param windowButtons stand at the far end
    BottomPanel(
            QueueView queue,
            QueueViewModel model,
            TranscriptView transcript,
            List<Node> windowButtons) {
        this.queue = queue;
        this.transcript = transcript;
        setId("bottom");
        getStyleClass().add("bottom-panel");
        var group = new ToggleGroup();
        for (ToggleButton tab : List.of(queueTab, transcriptTab)) {
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> open(tab));
        }
        var totals = Labels.small("");
        totals.setId("queue-totals");
        totals.textProperty().bind(model.totalsProperty().map(sum -> sum.words()));
        totals.setMinWidth(0);

        var bar = new HBox(queueTab, transcriptTab, totals, Labels.spring(), tools);
        bar.getChildren().add(new Separator(Orientation.VERTICAL));
        bar.getChildren().addAll(windowButtons);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bottom-bar");
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(USE_PREF_SIZE);
        setTop(bar);
        open(queueTab);
    }

    void focusQueue() {
        open(queueTab);
        queue.focus();
    }

    private void open(ToggleButton tab) {
        tab.setSelected(true);
        boolean isQueue = tab.equals(queueTab);
        setCenter(isQueue ? queue : transcript);
        tools.getChildren().setAll(isQueue ? queue.bar() : transcript.bar());
    }
}
