package dev.crossdock.ui.exchange;

import dev.crossdock.exchange.Export;
import dev.crossdock.exchange.Finding;
import dev.crossdock.exchange.Format;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.DialogFrame;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The questions of import and export.
final class ExchangeDialogs {

    private static final double WIDE = 700;
    private static final double USUAL = 520;
    private static final int LINES = 6;

    private ExchangeDialogs() {}

    /// How to export.
    record ExportWish(Format format, boolean passwords) {}

    /// Asks what of a file is wanted.
    static DialogFrame<ImportViewModel.Wish> contents(
            @Nullable Window owner, ImportViewModel model) {
        var table = new ImportTable(model.rows());
        var words = Labels.wrapped("");
        words.setId("import-about");
        words.textProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .map(row -> VisibleText.of(row.words()))
                                .orElse(""));
        var all =
                new HBox(
                        Buttons.plain("import-all", "exchange.all", () -> model.want(true)),
                        Buttons.plain("import-none", "exchange.none", () -> model.want(false)));
        all.getStyleClass().add("state-actions");
        var frame =
                new DialogFrame<ImportViewModel.Wish>(
                        owner, "import-dialog", Icon.SITE, VisibleText.of(model.title()), WIDE);
        frame.content(Labels.muted(model.summary()), table, words, all);
        if (!model.remarks().isEmpty()) {
            frame.content(warning(model.remarks()));
        }
        if (model.passwords() > 0) {
            var keep = new CheckBox(Strings.count("exchange.import.passwords", model.passwords()));
            keep.setId("import-passwords");
            keep.selectedProperty().bindBidirectional(model.passwordsProperty());
            frame.content(keep);
        }
        frame.closing("import-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault("import-dialog-ok", "", model::wish)
                .when(model.wantedProperty().greaterThan(0))
                .focus(table);
        frame.naming(
                "import-dialog-ok",
                model.wantedProperty()
                        .map(number -> Strings.count("exchange.import.ok", number.longValue())));
        return frame;
    }

    /// Asks for the master password of another program.
    static DialogFrame<char[]> master(@Nullable Window owner, Format program, boolean again) {
        var field = new PasswordField();
        field.setId("import-master-field");
        field.setAccessibleText(Strings.text("exchange.master.field", program.label()));
        var frame =
                new DialogFrame<char[]>(
                        owner,
                        "import-master-dialog",
                        Icon.TLS_CLIENT,
                        Strings.text("exchange.master.title", program.label()));
        if (again) {
            frame.content(warning(Strings.text("exchange.master.again", program.label())));
        }
        return frame.content(
                        Labels.wrapped(Strings.text("exchange.master.text", program.label())),
                        field)
                .closing("import-master-dialog-cancel", Strings.text("exchange.withoutPasswords"))
                .answeringByDefault(
                        "import-master-dialog-ok",
                        Strings.text("exchange.master.ok"),
                        () -> field.getText().toCharArray())
                .when(field.textProperty().isNotEmpty())
                .focus(field);
    }

    /// Asks whether to go on without passwords, since the vault stayed shut.
    static DialogFrame<Boolean> withoutPasswords(@Nullable Window owner, String key) {
        return new DialogFrame<Boolean>(
                        owner,
                        "exchange-vault-dialog",
                        Icon.LOCKED,
                        Strings.text("exchange.vault.title"))
                .content(Labels.wrapped(Strings.text(key)))
                .closing("exchange-vault-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "exchange-vault-dialog-ok",
                        Strings.text("exchange.withoutPasswords"),
                        () -> true);
    }

    /// Asks for the kind of file to write.
    static DialogFrame<ExportWish> export(@Nullable Window owner, int sites) {
        var formats = new ChoiceBox<Format>();
        formats.setId("export-format");
        formats.setAccessibleText(Strings.text("exchange.export.format"));
        formats.getItems().setAll(Format.FILEZILLA, Format.CROSSDOCK);
        formats.setConverter(new ChoiceWords<>(ExchangeDialogs::words));
        formats.setValue(Format.FILEZILLA);
        formats.setMaxWidth(Double.MAX_VALUE);
        var passwords = new CheckBox(Strings.text("exchange.export.passwords"));
        passwords.setId("export-passwords");
        var plain = warning(Export.PLAIN_TEXT);
        plain.setId("export-plain-text");
        plain.visibleProperty().bind(passwords.selectedProperty());
        return new DialogFrame<ExportWish>(
                        owner,
                        "export-dialog",
                        Icon.EXPORT,
                        Strings.count("exchange.export.title", sites),
                        USUAL)
                .content(
                        Labels.muted(Strings.text("exchange.export.text")),
                        formats,
                        passwords,
                        plain)
                .closing("export-dialog-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "export-dialog-ok",
                        Strings.text("exchange.export.ok"),
                        () -> new ExportWish(formats.getValue(), passwords.isSelected()))
                .focus(formats);
    }

    /// Tells what was saved.
    static DialogFrame<Boolean> imported(@Nullable Window owner, ExchangeDesk.Taken taken) {
        var frame =
                new DialogFrame<Boolean>(
                        owner,
                        "import-done-dialog",
                        Icon.DONE,
                        Strings.count("exchange.done.title", taken.sites()),
                        USUAL);
        frame.content(
                Labels.wrapped(
                        taken.passwords() == 0
                                ? Strings.text("exchange.done.noPassword")
                                : Strings.count("exchange.done.passwords", taken.passwords())));
        return closing(frame, "import-done-dialog", taken.findings());
    }

    /// Tells where the file is.
    static DialogFrame<Boolean> exported(
            @Nullable Window owner, Path file, ExchangeDesk.Given given) {
        var frame =
                new DialogFrame<Boolean>(
                        owner,
                        "export-done-dialog",
                        Icon.DONE,
                        Strings.count("exchange.exported.title", given.sites()),
                        USUAL);
        frame.content(
                Labels.wrapped(
                        Strings.text("exchange.exported.where", VisibleText.of(file.toString()))));
        if (given.passwords() > 0) {
            frame.content(
                    Labels.wrapped(Strings.count("exchange.exported.passwords", given.passwords())),
                    warning(Export.PLAIN_TEXT));
        }
        return closing(frame, "export-done-dialog", given.findings());
    }

    private static DialogFrame<Boolean> closing(
            DialogFrame<Boolean> frame, String id, List<Finding> findings) {
        if (!findings.isEmpty()) {
            var area =
                    new TextArea(
                            findings.stream()
                                    .map(finding -> VisibleText.of(finding.words()))
                                    .collect(Collectors.joining("\n")));
            area.setId(id + "-findings");
            area.setAccessibleText(Strings.text("exchange.findings"));
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefRowCount(Math.min(LINES, findings.size() + 1));
            frame.content(area);
        }
        return frame.answeringByDefault(id + "-ok", Strings.text("dialog.close"), () -> true);
    }

    private static String words(Format format) {
        return Strings.text(
                format == Format.CROSSDOCK
                        ? "exchange.format.crossdock"
                        : "exchange.format.filezilla");
    }

    private static Label warning(String words) {
        var label = Labels.wrapped(VisibleText.of(words));
        label.getStyleClass().add("warning-text");
        return label;
    }
}
