package dev.crossdock.ui.dialog;

import dev.crossdock.model.Failure;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// What went wrong, what to do next, and the servers' own words to copy.
public final class FailureDialog {

    private static final double WIDTH = 560;

    private FailureDialog() {}

    /// @param subject what it happened to: a file's name, a site's name
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, String subject, Failure failure) {
        var frame =
                new DialogFrame<Boolean>(
                        owner,
                        "failure-dialog",
                        Icon.FAILED,
                        Strings.text("dialog.failure.title", VisibleText.of(subject)),
                        WIDTH);
        frame.content(Labels.wrapped(VisibleText.of(failure.message())));
        if (!failure.advice().isEmpty()) {
            frame.content(Labels.wrapped(VisibleText.of(failure.advice())));
        }
        if (!failure.details().isBlank()) {
            frame.content(
                    Labels.note(Strings.text("dialog.failure.words")), details(failure.details()));
        }
        var copy =
                Buttons.text(
                        "failure-copy",
                        Icon.COPY,
                        "dialog.failure.copy",
                        () -> copy(subject, failure));
        frame.content(new HBox(copy));
        return frame.answeringByDefault(
                "failure-dialog-ok", Strings.text("dialog.close"), () -> true);
    }

    /// Several lines of explanation, such as the entries that could not be shown.
    public static DialogFrame<Boolean> lines(
            @Nullable Window owner, String title, List<String> lines) {
        return new DialogFrame<Boolean>(owner, "lines-dialog", Icon.WARNING, title, WIDTH)
                .content(
                        details(
                                lines.stream()
                                        .map(VisibleText::of)
                                        .collect(Collectors.joining("\n"))))
                .answeringByDefault("lines-dialog-ok", Strings.text("dialog.close"), () -> true);
    }

    /// A link that fills no form, and why.
    public static DialogFrame<Boolean> link(@Nullable Window owner, String words) {
        return new DialogFrame<Boolean>(
                        owner,
                        "link-refused-dialog",
                        Icon.WARNING,
                        Strings.text("dialog.link.refused"))
                .content(Labels.wrapped(VisibleText.of(words)))
                .answeringByDefault("link-refused-ok", Strings.text("dialog.close"), () -> true);
    }

    /// Everything there is to say, as text to paste elsewhere.
    static String asText(String subject, Failure failure) {
        var text = new StringBuilder();
        text.append(subject).append('\n').append(failure.message()).append('\n');
        if (!failure.advice().isEmpty()) {
            text.append(failure.advice()).append('\n');
        }
        text.append('(').append(failure.kind().word());
        if (!failure.server().isEmpty()) {
            text.append(", ").append(failure.server());
        }
        text.append(")\n");
        if (!failure.details().isBlank()) {
            text.append('\n').append(failure.details()).append('\n');
        }
        return text.toString();
    }

    private static TextArea details(String words) {
        var area = new TextArea(words);
        area.setId("failure-details");
        area.setEditable(false);
        area.setPrefRowCount(8);
        area.getStyleClass().add("code");
        area.setAccessibleText(Strings.text("dialog.failure.words"));
        return area;
    }

    private static void copy(String subject, Failure failure) {
        var content = new ClipboardContent();
        content.putString(asText(subject, failure));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
