package dev.crossdock.ui.dialog;

import dev.crossdock.model.Server;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks for the password of one login.
final class PasswordDialog {

    /// What the user typed; no record, since a record would print it.
    static final class Given {

        private final char[] password;
        private final boolean remember;

        private Given(char[] password, boolean remember) {
            this.password = password;
            this.remember = remember;
        }

        char[] password() {
            return password.clone();
        }

        /// Whether the user wants it kept until the program ends.
        boolean remember() {
            return remember;
        }
    }

    private PasswordDialog() {}

    static DialogFrame<Given> create(@Nullable Window owner, Server server, boolean again) {
        var field = new PasswordField();
        field.setId("password-field");
        field.setAccessibleText(Strings.text("dialog.password.field"));
        var remember = new CheckBox(Strings.text("dialog.password.remember"));
        remember.setId("password-remember");
        remember.setSelected(true);
        var frame =
                new DialogFrame<Given>(
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
                        remember)
                .closing("password-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "password-dialog-ok",
                        Strings.text("dialog.password.ok"),
                        () -> new Given(field.getText().toCharArray(), remember.isSelected()))
                .focus(field);
    }
}
