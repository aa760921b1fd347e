package dev.crossdock.ui.dialog;

import dev.crossdock.model.Server;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.PasswordField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks for the password of one login.
final class PasswordDialog {

    private PasswordDialog() {}

    static DialogFrame<char[]> create(@Nullable Window owner, Server server, boolean again) {
        var field = new PasswordField();
        field.setId("password-field");
        field.setAccessibleText(Strings.text("dialog.password.field"));
        var frame =
                new DialogFrame<char[]>(
                        owner,
                        "password-dialog",
                        Icon.TLS_CLIENT,
                        Strings.text("dialog.password.title", server.name()));
        if (again) {
            var refused = Labels.wrapped(Strings.text("dialog.password.again", server.name()));
            refused.getStyleClass().add("warning-text");
            frame.content(refused);
        }
        return frame.content(
                        Labels.wrapped(
                                Strings.text(
                                        "dialog.password.text", server.user(), server.address())),
                        field,
                        Labels.note(Strings.text("dialog.password.kept")))
                .closing("password-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "password-dialog-ok",
                        Strings.text("dialog.password.ok"),
                        () -> field.getText().toCharArray())
                .focus(field);
    }
}
