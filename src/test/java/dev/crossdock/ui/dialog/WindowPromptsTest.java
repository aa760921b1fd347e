package dev.crossdock.ui.dialog;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.queue.ExistsPrompt.Answer;
import dev.crossdock.queue.ExistsPrompt.Question;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.FakeServer;
import dev.crossdock.ui.Fx;
import dev.crossdock.ui.pump.FxThread;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class WindowPromptsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeServer alpha = new FakeServer("alpha");
    private final WindowPrompts prompts =
            new WindowPrompts(() -> null, new FxThread(), ZoneOffset.UTC);

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @Test
    void trustIsGivenOnlyByItsOwnButton() throws Exception {
        var asked = ask(() -> prompts.trust(alpha.server(), FakeServer.certificate()));
        press("certificate-dialog", "certificate-trust");
        assertEquals(true, result(asked));

        var again = ask(() -> prompts.trust(alpha.server(), FakeServer.certificate()));
        close("certificate-dialog");
        assertEquals(false, result(again));
    }

    @Test
    void aChangedCertificateIsAcceptedOnlyByATickAndItsOwnButton() throws Exception {
        var asked = ask(this::changed);
        DialogPane pane = dialog("certificate-changed-dialog");
        Fx.run(() -> {
            var accept = Fx.button(pane, "certificate-changed-accept");
            accept.fire();
            assertTrue(accept.isDisabled());
            ((CheckBox) pane.lookup("#certificate-changed-asked")).setSelected(true);
            assertFalse(accept.isDisabled() || accept.isDefaultButton());
        });
        assertFalse(asked.answer().isDone());
        press("certificate-changed-dialog", "certificate-changed-accept");
        assertEquals(true, result(asked));

        var again = ask(this::changed);
        press("certificate-changed-dialog", "certificate-changed-refuse");
        assertEquals(false, result(again));
    }

    private boolean changed() throws InterruptedException {
        return prompts.changed(
                alpha.server(),
                FakeServer.certificate(),
                new PinnedCertificate("alpha", 21, "ab".repeat(32), "CN=alpha", Instant.EPOCH));
    }

    @Test
    void thePasswordComesAsItWasTyped() throws Exception {
        var asked = ask(() -> password(false).orElseThrow().secret());
        DialogPane pane = dialog("password-dialog");
        Fx.run(() -> ((TextField) pane.lookup("#password-field")).setText("pa ss"));
        press("password-dialog", "password-dialog-ok");
        assertArrayEquals("pa ss".toCharArray(), result(asked));
    }

    @Test
    void whoeverClosesThePasswordDialogHasGivenUp() throws Exception {
        var asked = ask(() -> password(true).isEmpty());
        press("password-dialog", "password-dialog-cancel");
        assertEquals(true, result(asked));
    }

    @Test
    void skippingCanBeMeantForAll() throws Exception {
        var asked = ask(() -> prompts.ask(question()));
        DialogPane pane = dialog("exists-dialog");
        Fx.run(() -> ((CheckBox) pane.lookup("#exists-all")).setSelected(true));
        press("exists-dialog", "exists-skip");
        assertEquals(new Answer(ExistsRule.SKIP, true), result(asked));
    }

    @Test
    void aFileThatIsThereInPartCanBeResumed() throws Exception {
        var asked = ask(() -> prompts.ask(question()));
        press("exists-dialog", "exists-resume");
        assertEquals(new Answer(ExistsRule.RESUME, false), result(asked));
    }

    @Test
    void aFileCanBeOverwrittenOnlyIfItIsOlder() throws Exception {
        var asked = ask(() -> prompts.ask(question()));
        DialogPane pane = dialog("exists-dialog");
        Fx.run(() -> {
            var when = (ComboBox<?>) pane.lookup("#exists-when");
            when.getSelectionModel().select(1);
        });
        press("exists-dialog", "exists-overwrite");
        assertEquals(new Answer(ExistsRule.OVERWRITE_NEWER, false), result(asked));
    }

    @Test
    void questionsAreAskedOneAfterTheOther() throws Exception {
        var first = ask(() -> prompts.ask(question()));
        dialog("exists-dialog");
        var second = ask(() -> prompts.ask(question()));
        await().atMost(PATIENCE).until(() -> second.thread().getState() == Thread.State.WAITING);
        assertEquals(1, (int) Fx.get(() -> Fx.dialogs().size()));
        press("exists-dialog", "exists-overwrite");
        assertEquals(new Answer(ExistsRule.OVERWRITE, false), result(first));
        press("exists-dialog", "exists-rename");
        assertEquals(new Answer(ExistsRule.RENAME, false), result(second));
    }

    @Test
    void anInterruptedQuestionIsTakenBack() throws Exception {
        var asked = ask(() -> prompts.ask(question()));
        dialog("exists-dialog");
        asked.thread().interrupt();
        asked.thread().join(PATIENCE);
        await().atMost(PATIENCE).until(() -> Fx.get(() -> Fx.dialogs().isEmpty()));
        assertTrue(asked.answer().isDone());
    }

    private Optional<GivenSecret> password(boolean again) throws InterruptedException {
        return prompts.secret(alpha.server(), SecretKind.PASSWORD, again, true);
    }

    private record Asked<T>(Thread thread, FutureTask<T> answer) {}

    private static <T> Asked<T> ask(Callable<T> question) {
        var answer = new FutureTask<>(question);
        return new Asked<>(Thread.ofPlatform().start(answer), answer);
    }

    private static <T> T result(Asked<T> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        return asked.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static DialogPane dialog(String id) {
        await().atMost(PATIENCE)
                .until(() ->
                        Fx.get(() -> Fx.dialogs().stream().anyMatch(p -> id.equals(p.getId()))));
        return Fx.get(() ->
                Fx.dialogs().stream().filter(p -> id.equals(p.getId())).findFirst().orElseThrow());
    }

    private static void press(String dialog, String button) {
        DialogPane pane = dialog(dialog);
        Fx.run(() -> Fx.button(pane, button).fire());
    }

    private static void close(String dialog) {
        DialogPane pane = dialog(dialog);
        Fx.run(() -> Fx.button(pane, "certificate-refuse").fire());
    }

    private static Question question() {
        return new Question(
                "alpha",
                RemotePath.of("/a"),
                OptionalLong.of(2),
                "beta",
                RemotePath.of("/b"),
                OptionalLong.of(1),
                true);
    }
}
