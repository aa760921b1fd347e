package dev.crossdock.ui.dialog;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.queue.ExistsPrompt.Answer;
import dev.crossdock.queue.ExistsPrompt.Question;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/// Asks what to do with a file that the target already has. Closing it skips the file.
final class ExistsDialog {

    private ExistsDialog() {}

    static DialogFrame<Answer> create(@Nullable Window owner, Question question) {
        var forAll = new CheckBox(Strings.text("dialog.exists.all"));
        forAll.setId("exists-all");
        var facts =
                new FactGrid()
                        .fact(
                                Strings.text("dialog.exists.source", question.source()),
                                file(question.sourcePath().value(), question.sourceSize()))
                        .fact(
                                Strings.text("dialog.exists.target", question.target()),
                                file(question.targetPath().value(), question.targetSize()));
        var frame =
                new DialogFrame<Answer>(
                                owner,
                                "exists-dialog",
                                Icon.QUESTION,
                                Strings.text(
                                        "dialog.exists.title",
                                        VisibleText.of(question.targetPath().name())))
                        .content(
                                Labels.wrapped(
                                        Strings.text("dialog.exists.text", question.target())),
                                facts);
        if (question.offersResume()) {
            frame.content(resumeNote(question.missing().orElseThrow()));
        }
        ComboBox<ExistsRule> when = when();
        frame.content(when, forAll)
                .closing(
                        "exists-skip",
                        Strings.text("dialog.exists.skip"),
                        () -> new Answer(ExistsRule.SKIP, forAll.isSelected()))
                .answering(
                        "exists-rename",
                        Strings.text("dialog.exists.rename"),
                        () -> new Answer(ExistsRule.RENAME, forAll.isSelected()));
        if (question.offersResume()) {
            frame.answering(
                    "exists-resume",
                    Strings.text("dialog.exists.resume"),
                    () -> new Answer(ExistsRule.RESUME, forAll.isSelected()));
        }
        return frame.answering(
                        "exists-overwrite",
                        Strings.text("dialog.exists.overwrite"),
                        () -> new Answer(when.getValue(), forAll.isSelected()))
                .dangerous("exists-overwrite")
                .closingIsDefault();
    }

    /// Under which condition the file is overwritten.
    private static ComboBox<ExistsRule> when() {
        var when = new ComboBox<ExistsRule>();
        when.setId("exists-when");
        when.setAccessibleText(Strings.text("dialog.exists.when"));
        when.getItems()
                .setAll(
                        ExistsRule.OVERWRITE,
                        ExistsRule.OVERWRITE_NEWER,
                        ExistsRule.OVERWRITE_OTHER_SIZE,
                        ExistsRule.OVERWRITE_NEWER_OR_OTHER_SIZE);
        when.setValue(ExistsRule.OVERWRITE);
        when.setConverter(
                new ChoiceWords<>(rule -> Strings.text("dialog.exists.when." + rule.name())));
        return when;
    }

    private static Label resumeNote(long missing) {
        var note = Labels.muted(Strings.text("dialog.exists.resume.note", Amounts.bytes(missing)));
        note.setId("exists-resume-note");
        return note;
    }

    private static String file(String path, OptionalLong size) {
        return size.isPresent()
                ? path
                        + "\n"
                        + Amounts.bytes(size.getAsLong())
                        + " ("
                        + Amounts.exactBytes(size.getAsLong())
                        + ")"
                : path + "\n" + Strings.text("dialog.exists.unknown");
    }
}
