package dev.crossdock.ui.dialog;

import dev.crossdock.site.NewVault;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks how the vault is to be protected: a master password, typed twice, or knowingly none.
public final class NewVaultDialog {

    private NewVaultDialog() {}

    public static DialogFrame<NewVault> create(@Nullable Window owner) {
        return create(owner, Strings.text("dialog.newVault.title"));
    }

    /// @param title what the new protection is for
    public static DialogFrame<NewVault> create(@Nullable Window owner, String title) {
        var first = field("new-vault-password", "dialog.newVault.password");
        var second = field("new-vault-repeat", "dialog.newVault.repeat");
        var none = new CheckBox(Strings.text("dialog.newVault.none"));
        none.setId("new-vault-none");
        none.setWrapText(true);
        first.disableProperty().bind(none.selectedProperty());
        second.disableProperty().bind(none.selectedProperty());
        var hint = Labels.note("");
        hint.setId("new-vault-hint");
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> hint(first.getText(), second.getText(), none.isSelected()),
                                first.textProperty(),
                                second.textProperty(),
                                none.selectedProperty()));
        var agreed =
                first.textProperty()
                        .isNotEmpty()
                        .and(first.textProperty().isEqualTo(second.textProperty()));
        return new DialogFrame<NewVault>(owner, "new-vault-dialog", Icon.TLS_CLIENT, title)
                .content(
                        Labels.wrapped(Strings.text("dialog.newVault.text")),
                        first,
                        second,
                        hint,
                        none)
                .closing("new-vault-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "new-vault-dialog-ok",
                        Strings.text("dialog.newVault.ok"),
                        () ->
                                none.isSelected()
                                        ? NewVault.withKeyFile()
                                        : NewVault.under(first.getText().toCharArray()))
                .when(none.selectedProperty().or(agreed))
                .focus(first);
    }

    private static String hint(String first, String second, boolean none) {
        if (none) {
            return Strings.text("dialog.newVault.none.note");
        }
        if (first.isEmpty()) {
            return Strings.text("dialog.newVault.hint");
        }
        if (!second.isEmpty() && !first.startsWith(second)) {
            return Strings.text("dialog.newVault.differ");
        }
        return switch (PasswordStrength.of(first)) {
            case WEAK -> Strings.text("dialog.newVault.weak");
            case FAIR -> Strings.text("dialog.newVault.fair");
            case STRONG -> Strings.text("dialog.newVault.strong");
        };
    }

    private static PasswordField field(String id, String words) {
        var field = new PasswordField();
        field.setId(id);
        field.setPromptText(Strings.text(words));
        field.setAccessibleText(Strings.text(words));
        return field;
    }
}
