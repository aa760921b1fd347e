package dev.crossdock.ui.shell;

import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Totals;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.queue.Overview;
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
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Below the panes: the queue's lists or the transcript, and the buttons of the window.
final class BottomPanel extends BorderPane {

    private final QueueView queue;
    private final TranscriptView transcript;
    private final HBox tools = new HBox();
    private final Map<QueueList, ToggleButton> lists = new EnumMap<>(QueueList.class);
    private final ToggleGroup tabs = new ToggleGroup();

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
        var bar = new HBox();
        for (QueueList list : QueueList.values()) {
            ToggleButton tab = tab(QueueView.id(list), icon(list), () -> open(list));
            lists.put(list, tab);
            bar.getChildren().add(tab);
        }
        bar.getChildren()
                .addAll(
                        tab("transcript", Icon.DETAILS, this::openTranscript),
                        Labels.spring(),
                        tools,
                        new Separator(Orientation.VERTICAL));
        bar.getChildren().addAll(windowButtons);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bottom-bar");
        tools.setAlignment(Pos.CENTER_RIGHT);
        setTop(new VBox(bar, queue.notices(), queue.line()));
        model.overviewProperty().subscribe(this::count);
        open(QueueList.OPEN);
    }

    void focusQueue() {
        open(QueueList.OPEN);
        queue.focus(QueueList.OPEN);
    }

    private ToggleButton tab(String id, Icon icon, Runnable open) {
        ToggleButton tab =
                Buttons.tab(
                        id + "-tab",
                        icon,
                        id.equals("transcript") ? "transcript.tab" : "queue.tab." + id);
        tab.setToggleGroup(tabs);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(_ -> {
            // A second press would leave none selected.
            tab.setSelected(true);
            open.run();
        });
        return tab;
    }

    private void open(QueueList list) {
        Optional.ofNullable(lists.get(list)).ifPresent(tab -> tab.setSelected(true));
        setCenter(queue.list(list));
        tools.getChildren().setAll(queue.bar(list));
        // The field for searching gives way in a narrow window.
        tools.setMinWidth(list == QueueList.ENDED ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
    }

    private void openTranscript() {
        setCenter(transcript);
        tools.getChildren().setAll(transcript.bar());
        tools.setMinWidth(USE_PREF_SIZE);
    }

    private void count(Overview sum) {
        lists.forEach((list, tab) -> {
            long number = number(list, sum.totals());
            String name = Strings.text("queue.tab." + QueueView.id(list));
            String words = number == 0 ? name : name + " " + Amounts.number(number);
            if (!words.equals(tab.getText())) {
                tab.setText(words);
            }
        });
    }

    private static long number(QueueList list, Totals totals) {
        return switch (list) {
            case OPEN -> totals.open();
            case FAILED -> totals.failed();
            case ENDED -> totals.ended();
        };
    }

    private static Icon icon(QueueList list) {
        return switch (list) {
            case OPEN -> Icon.RUNNING;
            case FAILED -> Icon.FAILED;
            case ENDED -> Icon.DONE;
        };
    }
}
