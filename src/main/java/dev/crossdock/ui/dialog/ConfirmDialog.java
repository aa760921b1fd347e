package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks before something is lost. Enter and Esc both keep things as they are.
public final class ConfirmDialog {

    private ConfirmDialog() {}

    /// @param what the title and the text: what will be gone
    public static DialogFrame<Boolean> delete(@Nullable Window owner, String title, String what) {
        return ask(
                owner, "delete-dialog", Icon.DELETE, title, what, Strings.text("dialog.delete.ok"));
    }

    public static DialogFrame<Boolean> removeSite(@Nullable Window owner, String name) {
        return ask(
                owner,
                "remove-site-dialog",
                Icon.DELETE,
                Strings.text("dialog.removeSite.title", name),
                Strings.text("dialog.removeSite.text"),
                Strings.text("dialog.removeSite.ok"));
    }

    /// @param address of the only one, where it is one
    public static DialogFrame<Boolean> removeCertificates(
            @Nullable Window owner, int number, String address) {
        return ask(
                owner,
                "remove-certificates-dialog",
                Icon.DELETE,
                number == 1
                        ? Strings.text("dialog.removeCertificates.title.one", address)
                        : Strings.text("dialog.removeCertificates.title.many", number),
                Strings.text("dialog.removeCertificates.text"),
                Strings.text("dialog.removeCertificates.ok"));
    }

    public static DialogFrame<Boolean> forgetTls(
            @Nullable Window owner, int number, String address) {
        return ask(
                owner,
                "forget-tls-dialog",
                Icon.WARNING,
                number == 1
                        ? Strings.text("dialog.forgetTls.title.one", address)
                        : Strings.text("dialog.forgetTls.title.many", number),
                Strings.text("dialog.forgetTls.text"),
                Strings.text("dialog.forgetTls.ok"));
    }

    public static DialogFrame<Boolean> forgetPasswords(@Nullable Window owner, int number) {
        return ask(
                owner,
                "forget-passwords-dialog",
                Icon.DELETE,
                Strings.count("dialog.forgetPasswords.title", number),
                Strings.text("dialog.forgetPasswords.text"),
                Strings.text("dialog.forgetPasswords.ok"));
    }

    public static DialogFrame<Boolean> setVaultAside(@Nullable Window owner) {
        return ask(
                owner,
                "set-vault-aside-dialog",
                Icon.WARNING,
                Strings.text("dialog.setVaultAside.title"),
                Strings.text("dialog.setVaultAside.text"),
                Strings.text("dialog.setVaultAside.ok"));
    }

    public static DialogFrame<Boolean> quit(@Nullable Window owner, int unfinished) {
        return ask(
                owner,
                "quit-dialog",
                Icon.WARNING,
                Strings.text("dialog.quit.title"),
                Strings.count("dialog.quit.text", unfinished),
                Strings.text("dialog.quit.ok"));
    }

    private static DialogFrame<Boolean> ask(
            @Nullable Window owner, String id, Icon icon, String title, String text, String ok) {
        return new DialogFrame<Boolean>(owner, id, icon, title)
                .content(Labels.wrapped(text))
                .closing(id + "-cancel", Strings.text("dialog.cancel"))
                .answering(id + "-ok", ok, () -> true)
                .dangerous(id + "-ok")
                .closingIsDefault();
    }
}
