package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.PasswordField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks for the password that opens the vault.
public final class MasterPasswordDialog {

    private MasterPasswordDialog() {}

    /// @param again the one given before was wrong
    public static DialogFrame<char[]> create(@Nullable Window owner, boolean again) {
        var field = new PasswordField();
        field.setId("master-password-field");
        field.setAccessibleText(Strings.text("dialog.master.field"));
        var frame =
                new DialogFrame<char[]>(
                        owner,
                        "master-password-dialog",
                        Icon.TLS_CLIENT,
                        Strings.text("dialog.master.title"));
        if (again) {
            var wrong = Labels.wrapped(Strings.text("dialog.master.again"));
            wrong.getStyleClass().add("warning-text");
            frame.content(wrong);
        }
        return frame.content(Labels.wrapped(Strings.text("dialog.master.text")), field)
                .closing("master-password-dialog-cancel", Strings.text("dialog.master.without"))
                .answeringByDefault(
                        "master-password-dialog-ok",
                        Strings.text("dialog.master.ok"),
                        () -> field.getText().toCharArray())
                .when(field.textProperty().isNotEmpty())
                .focus(field);
    }
}
