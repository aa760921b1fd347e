package dev.crossdock.ui.settings;

import dev.crossdock.model.SkipRules;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Names to try the rules on, and what comes of each.
final class TrialView extends VBox {

    private static final int ROWS = 5;

    TrialView(Trial model) {
        getStyleClass().add("settings-list");
        var names = new TextArea();
        names.setId("settings-trial-names");
        names.setPrefRowCount(ROWS);
        names.setMinHeight(USE_PREF_SIZE);
        names.setPromptText(Strings.text("settings.trial.prompt"));
        names.setAccessibleText(Strings.text("settings.trial.title"));
        names.textProperty().bindBidirectional(model.namesProperty());
        names.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(names, event));
        var title = new Label(Strings.text("settings.trial.title"));
        title.setLabelFor(names);
        var verdicts = new ListView<SkipRules.Verdict>(model.verdicts());
        verdicts.setId("settings-trial-verdicts");
        verdicts.setAccessibleText(Strings.text("settings.trial.verdicts"));
        verdicts.setPlaceholder(Labels.muted(Strings.text("settings.trial.none")));
        verdicts.setCellFactory(_ -> new VerdictCell());
        VBox.setVgrow(verdicts, Priority.ALWAYS);
        getChildren().addAll(title, names, verdicts);
    }

    /// Tab goes on to the next control, as everywhere in the dialog: no name has one in it.
    private static void leave(TextArea area, KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private static final class VerdictCell extends ListCell<SkipRules.Verdict> {

        private final Label name = new Label();
        private final Label words = Labels.small("");
        private final HBox row = new HBox(name, words);

        VerdictCell() {
            row.getStyleClass().add("form-row");
            name.setMinWidth(0);
            words.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(SkipRules.Verdict verdict, boolean empty) {
            super.updateItem(verdict, empty);
            if (empty || verdict == null) {
                setGraphic(null);
                return;
            }
            boolean skipped = verdict.by().isPresent();
            name.setText(VisibleText.of(verdict.name()));
            name.setGraphic(
                    skipped
                            ? Icon.SKIPPED.node("state-of-skipped")
                            : Icon.DONE.node("state-of-done"));
            words.setText(SettingsWords.of(verdict));
            setAccessibleText(name.getText() + ": " + words.getText());
            setGraphic(row);
        }
    }
}
