package dev.crossdock.ui.transcript;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.model.TranscriptLine;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The transcript: a list that follows its end until the user turns that off.
public final class TranscriptView extends BorderPane {

    private static final double ROW = 22;

    private final TranscriptViewModel model;
    private final LineWords words;
    private final ListView<TranscriptLine> list = new ListView<>();
    private final ToggleButton follow = new ToggleButton(Strings.text("transcript.follow"));
    private final HBox tools;

    public TranscriptView(TranscriptViewModel model, ZoneId zone) {
        this.model = model;
        words = new LineWords(zone);
        setId("transcript");
        list.setId("transcript-list");
        list.setAccessibleText(Strings.text("transcript.list"));
        list.setItems(model.shown());
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, Styles.DENSE, "transcript-list");
        list.setCellFactory(_ -> new TranscriptCell(words));
        list.setPlaceholder(Labels.muted(Strings.text("transcript.empty")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.shown().addListener((ListChangeListener<TranscriptLine>) _ -> followEnd());
        follow.setId("transcript-follow");
        follow.setSelected(true);
        follow.getStyleClass().add(Styles.SMALL);
        follow.setOnAction(_ -> followEnd());
        tools = tools();
        setCenter(list);
    }

    /// The buttons, for the bar above the list.
    public Node bar() {
        return tools;
    }

    private HBox tools() {
        var group = new ToggleGroup();
        var segment =
                new HBox(
                        filter(group, TranscriptViewModel.Filter.ALL, Styles.LEFT_PILL),
                        filter(group, TranscriptViewModel.Filter.LEFT, Styles.CENTER_PILL),
                        filter(group, TranscriptViewModel.Filter.RIGHT, Styles.RIGHT_PILL));
        var copy = Buttons.icon("transcript-copy", Icon.COPY, "transcript.copy", this::copy);
        var row = new HBox(segment, follow, copy);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private ToggleButton filter(
            ToggleGroup group, TranscriptViewModel.Filter filter, String position) {
        String name = filter.name().toLowerCase(Locale.ROOT);
        var button = new ToggleButton(Strings.text("transcript." + name));
        button.setId("transcript-" + name);
        button.getStyleClass().addAll(Styles.SMALL, position);
        button.setToggleGroup(group);
        button.setSelected(model.filterProperty().get() == filter);
        // A pressed button of the group is not released by a second press.
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.filterProperty().set(filter);
        });
        return button;
    }

    private void followEnd() {
        if (follow.isSelected() && !model.shown().isEmpty()) {
            list.scrollTo(model.shown().size() - 1);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        List<TranscriptLine> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
        List<TranscriptLine> lines = chosen.isEmpty() ? model.shown() : chosen;
        var content = new ClipboardContent();
        content.putString(lines.stream().map(words::plain).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
