package dev.crossdock.ui.certificate;

import dev.crossdock.site.TlsHistory;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.CertificateWords;
import dev.crossdock.ui.dialog.ConfirmDialog;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// The servers that are never logged into without TLS, because they had it.
final class TlsServersView extends VBox {

    private static final double ROW = 28;
    private static final double ROWS = 3;

    private final CertificatesViewModel model;
    private final ListView<TlsHistory.Entry> list = new ListView<>();
    private final ZoneId zone;

    TlsServersView(CertificatesViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        list.setId("tls-servers");
        list.setAccessibleText(Strings.text("tlsServers.title"));
        list.setItems(model.servers());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setCellFactory(_ -> new ServerCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(Labels.muted(Strings.text("tlsServers.empty")));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                askToForget();
                event.consume();
            }
        });
        var forget =
                Buttons.text(
                        "tls-servers-forget",
                        Icon.UNLOCKED,
                        "tlsServers.forget",
                        this::askToForget);
        forget.disableProperty()
                .bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
        var row = new HBox(forget);
        row.getStyleClass().add("form-actions");
        getStyleClass().add("tls-servers");
        getChildren()
                .addAll(
                        Labels.title(Strings.text("tlsServers.title")),
                        Labels.muted(Strings.text("tlsServers.text")),
                        list,
                        row);
    }

    private void askToForget() {
        List<TlsHistory.Entry> chosen =
                list.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList();
        if (!chosen.isEmpty()) {
            ConfirmDialog.forgetTls(
                            getScene().getWindow(),
                            chosen.size(),
                            chosen.getFirst().address().toString())
                    .show(_ -> model.forget(chosen));
        }
    }

    private final class ServerCell extends ListCell<TlsHistory.Entry> {

        @Override
        protected void updateItem(TlsHistory.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? "" : VisibleText.of(words(entry)));
        }

        private String words(TlsHistory.Entry entry) {
            String since =
                    Strings.text(
                            "tlsServers.since",
                            entry.address(),
                            CertificateWords.day(entry.since(), zone));
            return entry.sites().isEmpty()
                    ? since
                    : since + " \u2013 " + String.join(", ", entry.sites());
        }
    }
}
