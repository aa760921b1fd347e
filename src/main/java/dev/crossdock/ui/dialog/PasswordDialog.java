package dev.crossdock.ui.dialog;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks for one secret of one login.
final class PasswordDialog {

    private PasswordDialog() {}

    static DialogFrame<GivenSecret> create(
            @Nullable Window owner,
            Server server,
            SecretKind kind,
            boolean again,
            boolean mayKeep) {
        var field = new PasswordField();
        field.setId("password-field");
        field.setAccessibleText(Strings.text("dialog.password.field"));
        var keep = new CheckBox(Strings.text("dialog.password.keep"));
        keep.setId("password-keep");
        var frame =
                new DialogFrame<GivenSecret>(
                        owner, "password-dialog", Icon.TLS_CLIENT, title(server, kind));
        if (again) {
            var refused = Labels.wrapped(refused(server, kind));
            refused.getStyleClass().add("warning-text");
            frame.content(refused);
        }
        frame.content(Labels.wrapped(text(server, kind)), field);
        frame.content(mayKeep ? keep : Labels.note(Strings.text("dialog.password.kept")));
        return frame.closing("password-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "password-dialog-ok",
                        Strings.text("dialog.password.ok"),
                        () -> new GivenSecret(field.getText().toCharArray(), keep.isSelected()))
                .focus(field);
    }

    private static String title(Server server, SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> Strings.text("dialog.password.title", server.name());
            case CERTIFICATE -> Strings.text("dialog.password.title.certificate", server.name());
            case PROXY -> Strings.text("dialog.password.title.proxy", server.name());
        };
    }

    private static String text(Server server, SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> Strings.text("dialog.password.text", server.user(), server.address());
            case CERTIFICATE ->
                    Strings.text(
                            "dialog.password.text.certificate",
                            server.options().logon().certificate().orElse(""));
            case PROXY ->
                    Strings.text(
                            "dialog.password.text.proxy",
                            server.options().proxy().map(p -> p.user()).orElse(""),
                            server.options().proxy().map(p -> p.address().toString()).orElse(""));
        };
    }

    private static String refused(Server server, SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> Strings.text("dialog.password.again", server.name());
            case CERTIFICATE -> Strings.text("dialog.password.again.certificate");
            case PROXY -> Strings.text("dialog.password.again.proxy");
        };
    }
}
