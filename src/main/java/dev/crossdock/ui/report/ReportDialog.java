package dev.crossdock.ui.report;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.DialogFrame;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// Shows the whole report before it is copied or saved; nothing is sent anywhere.
public final class ReportDialog {

    private static final double WIDTH = 700;
    private static final int ROWS = 18;

    private final TextArea text;
    private final Executor aside;
    private final Executor screen;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    private ReportDialog(String report, Executor aside, Executor screen) {
        this.aside = aside;
        this.screen = screen;
        text = new TextArea(report);
        text.setId("report-text");
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("code");
        text.setAccessibleText(Strings.text("report.title"));
    }

    /// @param aside for work on the disk
    /// @param screen the JavaFX thread
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, ReportFacts facts, Executor aside, Executor screen) {
        var dialog = new ReportDialog(ReportText.of(facts), aside, screen);
        return new DialogFrame<Boolean>(
                        owner, "report-dialog", Icon.DETAILS, Strings.text("report.title"), WIDTH)
                .content(Labels.muted(Strings.text("report.text")), dialog.text, dialog.buttons())
                .answeringByDefault("report-dialog-ok", Strings.text("dialog.close"), () -> true)
                .focus(dialog.text);
    }

    private Node buttons() {
        var words = new Label();
        words.setId("report-said");
        words.textProperty().bind(said);
        var row =
                new HBox(
                        Buttons.text("report-copy", Icon.COPY, "report.copy", this::copy),
                        Buttons.text("report-save", Icon.EXPORT, "report.save", this::choose),
                        words);
        row.getStyleClass().add("form-actions");
        return row;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(content);
        said.set(Strings.text("report.copied"));
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Strings.text("report.save"));
        chooser.setInitialFileName("crossdock-report.txt");
        File chosen = chooser.showSaveDialog(text.getScene().getWindow());
        if (chosen != null) {
            save(chosen.toPath());
        }
    }

    private void save(Path file) {
        String report = text.getText();
        aside.execute(() -> {
            String words;
            try {
                ReportFile.write(file, report);
                words = Strings.text("report.saved", file);
            } catch (IOException failed) {
                words = Strings.text("report.notSaved", file, reason(failed));
            }
            String now = words;
            screen.execute(() -> said.set(now));
        });
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }
}
