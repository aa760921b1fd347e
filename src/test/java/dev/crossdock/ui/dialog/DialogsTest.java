package dev.crossdock.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.TlsMode;
import dev.crossdock.queue.ExistsPrompt.Question;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.ServerLink;
import dev.crossdock.ui.FakeServer;
import dev.crossdock.ui.Fx;
import dev.crossdock.ui.about.AboutDialog;
import dev.crossdock.ui.about.AboutFacts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

class DialogsTest {

    private static final FakeServer ALPHA = new FakeServer("alpha");
    private static final Failure FAILURE =
            new Failure(
                    Failure.Kind.REFUSED,
                    "alpha",
                    "alpha refused STOR (553).",
                    Failure.Remedy.ASK_USER,
                    "Check the rights.",
                    "553 no");

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    static Stream<Arguments> dialogs() {
        return Stream.of(
                dialog("new-folder-dialog-ok", () -> NameDialog.newFolder(null, "/")),
                dialog("rename-dialog-ok", () -> NameDialog.rename(null, "a.txt")),
                dialog("save-site-dialog-ok", () -> NameDialog.saveSite(null, "alpha")),
                dialog(
                        "delete-dialog-cancel",
                        () -> ConfirmDialog.delete(null, "Delete?", "harbour.txt")),
                dialog("remove-site-dialog-cancel", () -> ConfirmDialog.removeSite(null, "alpha")),
                dialog(
                        "remove-certificates-dialog-cancel",
                        () -> ConfirmDialog.removeCertificates(null, 3, "alpha:21")),
                dialog(
                        "link-cancel",
                        () ->
                                LinkDialog.create(
                                        null,
                                        new ServerLink(
                                                TlsMode.CLEAR,
                                                "alpha.test",
                                                21,
                                                "me",
                                                Optional.of(RemotePath.of("/pub")),
                                                true),
                                        "beta",
                                        "gamma")),
                dialog("quit-dialog-cancel", () -> ConfirmDialog.quit(null, 2)),
                dialog(
                        "permissions-dialog-ok",
                        () -> PermissionsDialog.create(null, "harbour.txt", "")),
                dialog(
                        "failure-dialog-ok",
                        () -> FailureDialog.create(null, "harbour.txt", FAILURE)),
                dialog(
                        "lines-dialog-ok",
                        () -> FailureDialog.lines(null, "Left out", List.of("line 17"))),
                dialog(
                        "about-dialog-ok",
                        () -> AboutDialog.create(null, AboutFacts.here(), List.of())),
                dialog("keys-dialog-ok", () -> MessageDialog.keys(null)),
                dialog(
                        "job-dialog-ok",
                        () ->
                                JobDialog.create(
                                        null,
                                        "harbour.txt",
                                        List.of(new JobDialog.Fact("From", "alpha", true)))),
                dialog(
                        "password-dialog-ok",
                        () ->
                                PasswordDialog.create(
                                        null, ALPHA.server(), SecretKind.PASSWORD, true, true)),
                dialog("certificate-refuse", DialogsTest::certificate),
                dialog("certificate-changed-refuse", DialogsTest::changed),
                dialog("exists-skip", () -> exists(OptionalLong.empty(), true)),
                dialog("exists-skip", () -> exists(OptionalLong.of(1_234_567), true)));
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void enterPressesTheButtonThatCanDoNoHarm(
            String defaultButton, Supplier<DialogFrame<?>> dialog) {
        List<String> defaults =
                Fx.get(() ->
                        dialog.get().buttons().stream()
                                .filter(Button::isDefaultButton)
                                .map(Node::getId)
                                .toList());
        assertEquals(List.of(defaultButton), defaults);
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void escAlwaysCloses(String defaultButton, Supplier<DialogFrame<?>> dialog) {
        // JavaFX closes on Esc where there is a cancel button, or only one button at all.
        assertTrue(
                Fx.get(() -> {
                    List<Button> buttons = dialog.get().buttons();
                    return buttons.size() == 1 || buttons.stream().anyMatch(Button::isCancelButton);
                }),
                defaultButton);
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void noTextIsCutOff(String defaultButton, Supplier<DialogFrame<?>> dialog) {
        DialogPane pane =
                Fx.get(() -> {
                    dialog.get().show(_ -> {});
                    return Fx.dialogs().getLast();
                });
        List<String> cut =
                Fx.get(() -> {
                    pane.applyCss();
                    pane.layout();
                    return pane.lookupAll(".label").stream()
                            .filter(Labeled.class::isInstance)
                            .map(Labeled.class::cast)
                            .filter(Labeled::isTextTruncated)
                            .map(label -> label.getText() + label.getWidth())
                            .toList();
                });
        Fx.run(() -> pane.getScene().getWindow().hide());
        assertEquals(List.of(), cut, defaultButton);
    }

    @Test
    void aFolderNameWithASlashCannotBeCreated() {
        assertTrue(okIsDisabled("a/b"));
        assertTrue(okIsDisabled(".."));
        assertTrue(okIsDisabled(""));
        assertFalse(okIsDisabled("a b"));
    }

    @Test
    void aFileThatMayBeTheBeginningCanBeResumed() {
        assertEquals(
                List.of("exists-skip", "exists-rename", "exists-resume", "exists-overwrite"),
                ids(() -> exists(OptionalLong.of(1_234_567), true)));
        assertEquals(
                "Resume keeps what is there and sends only the missing 99 MB. It is for a copy of"
                        + " this file that broke off.",
                note(() -> exists(OptionalLong.of(1_234_567), true)));
    }

    @ParameterizedTest
    @CsvSource({"104857600, true", "104857601, true", "'', true", "1234567, false"})
    void nothingElseCanBeResumed(String targetSize, boolean resumable) {
        OptionalLong size =
                targetSize.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(targetSize));
        assertEquals(
                List.of("exists-skip", "exists-rename", "exists-overwrite"),
                ids(() -> exists(size, resumable)));
        assertEquals("", note(() -> exists(size, resumable)));
    }

    @Test
    void theFailureIsCopiedWithAllThereIsToKnow() {
        assertEquals(
                """
                a.txt
                alpha refused STOR (553).
                Check the rights.
                (refused, alpha)

                553 no
                """,
                FailureDialog.asText("a.txt", FAILURE));
    }

    private static boolean okIsDisabled(String name) {
        return Fx.get(() -> {
            NameDialog.newFolder(null, "/").show(_ -> {});
            DialogPane pane = Fx.dialogs().getLast();
            ((TextField) pane.lookup("#new-folder-dialog-field")).setText(name);
            boolean disabled = Fx.button(pane, "new-folder-dialog-ok").isDisabled();
            pane.getScene().getWindow().hide();
            return disabled;
        });
    }

    private static List<String> ids(Supplier<DialogFrame<?>> dialog) {
        return Fx.get(() -> dialog.get().buttons().stream().map(Node::getId).toList());
    }

    /// What the dialog says of resuming.
    private static String note(Supplier<DialogFrame<?>> dialog) {
        return Fx.get(() -> {
            dialog.get().show(_ -> {});
            DialogPane pane = Fx.dialogs().getLast();
            Labeled note = (Labeled) pane.lookup("#exists-resume-note");
            pane.getScene().getWindow().hide();
            return note == null ? "" : note.getText();
        });
    }

    private static Arguments dialog(String defaultButton, Supplier<DialogFrame<?>> dialog) {
        return Arguments.of(defaultButton, dialog);
    }

    private static DialogFrame<?> certificate() {
        return CertificateDialog.unknown(
                null, ALPHA.server(), FakeServer.certificate(), ZoneOffset.UTC);
    }

    private static DialogFrame<?> changed() {
        return ChangedDialog.create(
                null,
                ALPHA.server(),
                FakeServer.certificate(),
                new PinnedCertificate("alpha", 21, "ab".repeat(32), "CN=alpha", Instant.EPOCH),
                ZoneOffset.UTC);
    }

    private static DialogFrame<?> exists(OptionalLong targetSize, boolean resumable) {
        return ExistsDialog.create(
                null,
                new Question(
                        "alpha",
                        RemotePath.of("/a"),
                        OptionalLong.of(104_857_600),
                        "beta",
                        RemotePath.of("/a"),
                        targetSize,
                        resumable));
    }
}
