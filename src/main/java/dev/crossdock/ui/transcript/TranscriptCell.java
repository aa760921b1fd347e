package dev.crossdock.ui.transcript;

import dev.crossdock.model.TranscriptLine;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One line: when, who, which way, what.
final class TranscriptCell extends ListCell<TranscriptLine> {

    private final LineWords words;
    private final Label time = label("transcript-time");
    private final Label who = label("transcript-who");
    private final Label mark = label("transcript-mark");
    private final Label text = label("transcript-text");
    private final HBox row = new HBox(time, who, mark, text);

    TranscriptCell(LineWords words) {
        this.words = words;
        row.getStyleClass().add("transcript-row");
    }

    @Override
    protected void updateItem(@Nullable TranscriptLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        time.setText(words.time(line));
        who.setText(words.who(line));
        mark.setText(words.mark(line));
        text.setText(words.text(line));
        row.getStyleClass()
                .setAll(
                        "transcript-row",
                        "said-" + line.direction().name().toLowerCase(Locale.ROOT));
        setAccessibleText(words.plain(line));
        setGraphic(row);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
