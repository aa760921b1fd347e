package dev.crossdock.ui.certificate;

import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.TableKeys;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.dialog.DialogFrame;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// The certificates that were accepted and the servers that had TLS, and the buttons to remove
/// them.
public final class CertificatesDialog {

    private static final double WIDTH = 700;
    private static final double TABLE_HEIGHT = 150;

    private final CertificatesViewModel model;
    private final CertificateTable table;

    private CertificatesDialog(CertificatesViewModel model, ZoneId zone) {
        this.model = model;
        table = new CertificateTable(model, zone);
        table.setPrefHeight(TABLE_HEIGHT);
        var keys = new TableKeys();
        keys.on(KeyCode.DELETE, this::askToRemove);
        keys.on(KeyCode.C, this::copy, KeyCombination.SHORTCUT_DOWN);
        keys.install(table);
    }

    public static DialogFrame<Boolean> create(
            @Nullable Window owner, CertificatesViewModel model, ZoneId zone) {
        var dialog = new CertificatesDialog(model, zone);
        return new DialogFrame<Boolean>(
                        owner,
                        "certificates-dialog",
                        Icon.PERMISSIONS,
                        Strings.text("certificates.title"),
                        WIDTH)
                .content(
                        Labels.muted(Strings.text("certificates.text")),
                        dialog.notice(),
                        dialog.search(),
                        dialog.table,
                        dialog.buttons(),
                        new TlsServersView(model, zone))
                .answeringByDefault(
                        "certificates-dialog-ok", Strings.text("dialog.close"), () -> true)
                .focus(dialog.table);
    }

    private Node notice() {
        var words = Labels.wrapped("");
        words.setId("certificates-notice");
        words.setGraphic(Icon.WARNING.node("danger-icon"));
        words.getStyleClass().add("danger-text");
        words.textProperty().bind(model.noticeProperty());
        words.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node search() {
        var field =
                new SearchField(
                        "certificates-search", "certificates.search", "certificates.search");
        field.textProperty().bindBidirectional(model.wantedProperty());
        field.visibleProperty().bind(model.areMany());
        field.managedProperty().bind(field.visibleProperty());
        return field;
    }

    private Node buttons() {
        var copy = Buttons.text("certificates-copy", Icon.COPY, "certificates.copy", this::copy);
        var remove =
                Buttons.text(
                        "certificates-remove",
                        Icon.DELETE,
                        "certificates.remove",
                        this::askToRemove);
        var nothing = Bindings.isEmpty(table.getSelectionModel().getSelectedItems());
        copy.disableProperty().bind(nothing);
        remove.disableProperty().bind(nothing);
        var row = new HBox(copy, remove);
        row.getStyleClass().add("form-actions");
        return row;
    }

    /// One fingerprint in a line.
    private void copy() {
        String prints =
                table.selected().stream()
                        .map(PinnedCertificate::fingerprint)
                        .collect(Collectors.joining("\n"));
        if (!prints.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(prints);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void askToRemove() {
        List<PinnedCertificate> chosen = table.selected();
        if (!chosen.isEmpty()) {
            ConfirmDialog.removeCertificates(
                            table.getScene().getWindow(),
                            chosen.size(),
                            chosen.getFirst().address())
                    .show(_ -> model.remove(chosen));
        }
    }
}
