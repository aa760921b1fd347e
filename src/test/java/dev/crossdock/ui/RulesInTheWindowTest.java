package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the user allows between two servers, from the button to the job.
class RulesInTheWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeServer alpha = new FakeServer("alpha").file("/", "a.bin", 10);
    private final FakeServer beta = new FakeServer("beta");
    private final Recorder recorder = new Recorder();
    private final List<JobSpec> jobs = recorder.jobs;

    @TempDir private Path home;

    @Test
    void clearNeedsAYesForBothServersAndIsShownEverAfter() throws Exception {
        try (var window = connected()) {
            press(window, "rules");
            Fx.run(() -> ((CheckBox) Fx.anywhere("rules-clear")).fire());
            DialogPane dialog = Fx.get(() -> Fx.dialogs().getFirst());
            assertTrue(Fx.get(() -> Fx.button(dialog, "clear-consent-ok").isDisabled()));
            Fx.run(() -> ((CheckBox) Fx.anywhere("clear-consent-left")).fire());
            assertTrue(Fx.get(() -> Fx.button(dialog, "clear-consent-ok").isDisabled()));
            Fx.run(() -> ((CheckBox) Fx.anywhere("clear-consent-right")).fire());
            assertEquals("", rulesText(window));
            Fx.run(() -> Fx.button(dialog, "clear-consent-ok").fire());
            assertEquals("Clear allowed", rulesText(window));
            copy(window);
            assertTrue(jobs.getFirst().policy().allowClear());
            assertFalse(jobs.getFirst().policy().allowRelay());
            untilSaved(true);
        }
        try (var again = connected()) {
            assertEquals("Clear allowed", rulesText(again));
            press(again, "rules");
            Fx.run(() -> ((CheckBox) Fx.anywhere("rules-clear")).fire());
            assertEquals("", rulesText(again));
            untilSaved(false);
        }
    }

    @Test
    void withoutAYesNothingChanges() throws Exception {
        try (var window = connected()) {
            press(window, "rules");
            Fx.run(() -> ((CheckBox) Fx.anywhere("rules-clear")).fire());
            DialogPane dialog = Fx.get(() -> Fx.dialogs().getFirst());
            Fx.run(() -> Fx.button(dialog, "clear-consent-cancel").fire());
            assertEquals("", rulesText(window));
            copy(window);
            assertFalse(jobs.getFirst().policy().allowClear());
        }
    }

    @Test
    void theRelayOpensARouteAtOnceAndCanBeTheOnlyOne() throws Exception {
        try (var window = connected()) {
            press(window, "rules");
            Fx.run(() -> ((CheckBox) Fx.anywhere("rules-relay")).fire());
            assertEquals("Relay allowed", rulesText(window));
            assertTrue(
                    Fx.find(window.stage, "route-right")
                            .getAccessibleText()
                            .startsWith("The file comes from alpha to this computer"));
            Fx.run(() -> {
                @SuppressWarnings("unchecked")
                var method = (ChoiceBox<Optional<Method>>) Fx.anywhere("rules-method");
                method.setValue(Optional.of(Method.RELAY));
            });
            copy(window);
            assertEquals(Optional.of(Method.RELAY), jobs.getFirst().policy().method());
            Fx.run(() -> ((ButtonBase) Fx.anywhere("rules-reset")).fire());
            assertEquals("", rulesText(window));
            untilSaved(false);
        }
    }

    @Test
    void aJobThatIsTriedAgainGoesByTheRulesAsTheyAreNow() throws Exception {
        try (var window = connected()) {
            copy(window);
            press(window, "rules");
            Fx.run(() -> ((CheckBox) Fx.anywhere("rules-relay")).fire());
            press(window, "finished-tab");
            TableView<?> finished = (TableView<?>) Fx.find(window.stage, "finished-table");
            Fx.until(() -> finished.getItems().size() == 1);
            Fx.run(() -> finished.getSelectionModel().select(0));
            Fx.until(() -> !Fx.find(window.stage, "finished-retry").isDisabled());
            press(window, "finished-retry");
            await().atMost(PATIENCE).until(() -> jobs.size() == 2);
            assertFalse(jobs.get(0).policy().allowRelay());
            assertTrue(jobs.get(1).policy().allowRelay());
            Fx.until(() -> finished.getItems().size() == 1);
            untilSaved(true);
        }
    }

    private FakeWindow connected() throws InterruptedException {
        return FakeWindow.connected(home, recorder, alpha, beta);
    }

    private void copy(FakeWindow window) {
        Fx.run(() ->
                ((TableView<?>) Fx.find(window.stage, "left-table")).getSelectionModel().select(0));
        press(window, "copy-right");
        await().atMost(PATIENCE).until(() -> jobs.size() == 1);
    }

    /// Saving goes on behind the window's back, and the folder is to be deleted.
    private void untilSaved(boolean allowed) {
        Path file = home.resolve("pairs.json");
        await().atMost(PATIENCE)
                .until(() ->
                        Files.exists(file)
                                && Files.readString(file).contains("\"allowed\"") == allowed);
    }

    private static String rulesText(FakeWindow window) {
        return Fx.get(() -> ((Labeled) Fx.find(window.stage, "rules")).getText());
    }

    private static void press(FakeWindow window, String id) {
        Fx.run(() -> ((ButtonBase) Fx.find(window.stage, id)).fire());
    }
}
