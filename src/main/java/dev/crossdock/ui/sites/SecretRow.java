package dev.crossdock.ui.sites;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A field for a secret, and under it what is kept or will be.
final class SecretRow extends VBox {

    private final PasswordField field = new PasswordField();

    /// @param key of its name
    SecretRow(String id, String key, SecretField model) {
        getStyleClass().add("field-cell");
        field.setId(id);
        field.setAccessibleText(FieldRows.plain(key));
        field.textProperty().bindBidirectional(model.typedProperty());
        var forget = Buttons.plain(id + "-forget", "sites.secret.forget", model::forget);
        var leave = Buttons.plain(id + "-leave", "sites.secret.leave", model::leave);
        FieldRows.showOnly(
                forget, model.stateProperty().map(state -> state == SecretField.State.KEPT));
        FieldRows.showOnly(
                leave, model.stateProperty().map(state -> state == SecretField.State.GOING));
        Label state = Labels.note("");
        state.setId(id + "-state");
        var line = new HBox(Labels.growing(field), forget, leave);
        line.getStyleClass().add("form-row");
        getChildren().addAll(line, state);
        model.stateProperty()
                .subscribe(now -> {
                    field.setPromptText(
                            Strings.text(
                                    now == SecretField.State.KEPT
                                            ? "sites.secret.prompt.kept"
                                            : "sites.secret.prompt"));
                    state.setText(words(now));
                    state.setGraphic(
                            now == SecretField.State.KEPT
                                    ? Icon.LOCKED.node("protection-icon", "small-icon")
                                    : null);
                    state.setVisible(!state.getText().isEmpty());
                    state.setManaged(state.isVisible());
                });
    }

    PasswordField field() {
        return field;
    }

    private static String words(SecretField.State state) {
        return switch (state) {
            case NONE -> "";
            case KEPT -> Strings.text("sites.secret.kept");
            case FRESH -> Strings.text("sites.secret.fresh");
            case GOING -> Strings.text("sites.secret.going");
        };
    }
}
