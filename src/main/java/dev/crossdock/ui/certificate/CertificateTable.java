package dev.crossdock.ui.certificate;

import atlantafx.base.theme.Styles;

import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.CertificateWords;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The table of accepted certificates, by host and port.
final class CertificateTable extends TableView<PinnedCertificate> {

    private static final double ROW = 28;

    private final ZoneId zone;

    CertificateTable(CertificatesViewModel model, ZoneId zone) {
        this.zone = zone;
        setId("certificates-table");
        setAccessibleText(Strings.text("certificates.table"));
        setFixedCellSize(ROW);
        setItems(model.shown());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        var nothing = Labels.muted("");
        nothing.textProperty()
                .bind(
                        Bindings.when(model.wantedProperty().isEmpty())
                                .then(Strings.text("certificates.empty"))
                                .otherwise(Strings.text("certificates.notFound")));
        setPlaceholder(nothing);
        getColumns()
                .addAll(
                        List.of(
                                column("server", 215, PinnedCertificate::address),
                                column("subject", 195, PinnedCertificate::subject),
                                column("sha256", 150, PinnedCertificate::fingerprint),
                                column("accepted", 95, this::accepted),
                                column("validity", 95, this::validity)));
        sha256().getStyleClass().add("code-column");
    }

    /// What is selected, without the holes the selection model has while rows change.
    List<PinnedCertificate> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private TableColumn<PinnedCertificate, ?> sha256() {
        return getColumns().get(2);
    }

    private String accepted(PinnedCertificate pinned) {
        return CertificateWords.day(pinned.accepted(), zone);
    }

    private String validity(PinnedCertificate pinned) {
        return pinned.terms().map(terms -> CertificateWords.day(terms.notAfter(), zone)).orElse("");
    }

    private static TableColumn<PinnedCertificate, PinnedCertificate> column(
            String id, double width, Function<PinnedCertificate, String> text) {
        var column =
                new TableColumn<PinnedCertificate, PinnedCertificate>(
                        Strings.text("certificates.column." + id));
        column.setId("certificates-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 90));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private static final class TextCell extends TableCell<PinnedCertificate, PinnedCertificate> {

        private final Function<PinnedCertificate, String> text;
        private final Tooltip tooltip = new Tooltip();

        TextCell(Function<PinnedCertificate, String> text) {
            this.text = text;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(380);
        }

        @Override
        protected void updateItem(@Nullable PinnedCertificate pinned, boolean empty) {
            super.updateItem(pinned, empty);
            String words = empty || pinned == null ? "" : VisibleText.of(text.apply(pinned));
            setText(words);
            tooltip.setText(words);
            setTooltip(words.isEmpty() ? null : tooltip);
        }
    }
}
