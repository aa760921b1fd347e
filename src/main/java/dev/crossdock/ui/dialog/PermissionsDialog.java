package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks for permissions in octal digits and shows what they mean.
public final class PermissionsDialog {

    private PermissionsDialog() {}

    /// @param what the name of the entry, or how many there are
    /// @param now the permissions as the server wrote them; may be empty
    public static DialogFrame<String> create(@Nullable Window owner, String what, String now) {
        var field = new TextField(Permissions.octal(now).orElse("644"));
        field.setId("permissions-field");
        field.setPrefColumnCount(5);
        field.setAccessibleText(Strings.text("dialog.permissions.field"));
        var meaning = new Label();
        meaning.getStyleClass().add("code");
        meaning.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Permissions.words(field.getText())
                                                .orElse(Strings.text("dialog.permissions.bad")),
                                field.textProperty()));
        var row = new HBox(field, meaning);
        row.getStyleClass().add("form-row");
        var valid =
                Bindings.createBooleanBinding(
                        () -> Permissions.words(field.getText()).isPresent(), field.textProperty());
        return new DialogFrame<String>(
                        owner,
                        "permissions-dialog",
                        Icon.PERMISSIONS,
                        Strings.text("dialog.permissions.title"))
                .content(Labels.muted(Strings.text("dialog.permissions.text", what)), row)
                .closing("permissions-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "permissions-dialog-ok",
                        Strings.text("dialog.permissions.ok"),
                        field::getText)
                .when(valid)
                .focus(field);
    }
}
