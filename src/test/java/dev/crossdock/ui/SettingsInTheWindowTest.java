package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.Copies;
import dev.crossdock.site.TransferSettings.Exists;
import dev.crossdock.site.TransferSettings.Then;
import dev.crossdock.site.TransferSettings.WhenDone;

import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The settings for transfers, from the key to the job.
class SettingsInTheWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeServer alpha = new FakeServer("alpha").file("/", "a.bin", 10);
    private final FakeServer beta = new FakeServer("beta");
    private final Recorder recorder = new Recorder();
    private final List<JobSpec> jobs = recorder.jobs;

    @TempDir private Path home;

    @Test
    void whatIsSavedHoldsForTheNextCopyAndTheNextRun() throws Exception {
        try (var window = connected()) {
            openSettings(window);
            Fx.run(() -> {
                choose("settings-exists-between", ExistsRule.OVERWRITE_NEWER);
                choose("settings-exists-upload", ExistsRule.SKIP);
                tab(1);
                ((CheckBox) Fx.anywhere("settings-keep-times")).fire();
                ((TextField) Fx.anywhere("settings-roll-back")).setText("64");
            });
            press("settings-ok");
            Fx.until(() -> window.settings.current().copies().keepTimes());
            copy(window);
            assertEquals(ExistsRule.OVERWRITE_NEWER, jobs.getFirst().policy().exists());
            assertTrue(jobs.getFirst().policy().keepTimes());
            assertEquals(65_536, jobs.getFirst().policy().rollBack());
            Fx.until(() -> Files.exists(home.resolve("settings.json")));
        }
        try (var again = connected()) {
            assertEquals(
                    new Exists(ExistsRule.SKIP, ExistsRule.ASK, ExistsRule.OVERWRITE_NEWER),
                    again.settings.current().exists());
        }
    }

    @Test
    void whatIsTriedAgainStaysAsItWasAskedFor() throws Exception {
        try (var window = connected()) {
            change(window, new Copies(true, 4096));
            copy(window);
            change(window, new Copies(false, 0));
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "finished-tab")).fire());
            var finished = (TableView<?>) Fx.find(window.stage, "finished-table");
            Fx.until(() -> finished.getItems().size() == 1);
            Fx.run(() -> finished.getSelectionModel().select(0));
            Fx.until(() -> !Fx.find(window.stage, "finished-retry").isDisabled());
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "finished-retry")).fire());
            await().atMost(PATIENCE).until(() -> jobs.size() == 2);
            assertTrue(jobs.getLast().policy().keepTimes());
            assertEquals(4096, jobs.getLast().policy().rollBack());
        }
    }

    @Test
    void nothingIsSavedWithoutTheButton() throws Exception {
        try (var window = connected()) {
            openSettings(window);
            Fx.run(() -> choose("settings-exists-between", ExistsRule.RENAME));
            press("settings-cancel");
            assertEquals(TransferSettings.usual(), window.settings.current());
            openSettings(window);
            assertEquals(
                    ExistsRule.ASK,
                    Fx.get(() ->
                            ((ChoiceBox<?>) Fx.anywhere("settings-exists-between")).getValue()));
            press("settings-cancel");
            assertFalse(Files.exists(home.resolve("settings.json")));
        }
    }

    @Test
    void enterAddsAPatternAndLeavesTheDialogOpen() throws Exception {
        try (var window = connected()) {
            openSettings(window);
            Fx.run(() -> tab(2));
            type("settings-skip-pattern", "*.tmp");
            assertTrue(Fx.get(() -> dialogButton("settings-ok").isDisabled()), "not added yet");
            Fx.run(() -> Fx.anywhere("settings-skip-pattern").fireEvent(new ActionEvent()));
            assertFalse(Fx.get(() -> dialogButton("settings-ok").isDisabled()));
            press("settings-ok");
            var tmp = new NamePattern("*.tmp", Syntax.WILDCARD, Scope.BOTH);
            Fx.until(() -> window.settings.current().skips().everywhere().equals(List.of(tmp)));
        }
    }

    @Test
    void aPatternThatIsNoneIsSaidBesideItsField() throws Exception {
        try (var window = connected()) {
            openSettings(window);
            Fx.run(() -> {
                tab(2);
                choose("settings-skip-syntax", Syntax.REGEX);
            });
            type("settings-skip-pattern", "(");
            Fx.run(() -> {
                assertTrue(Fx.anywhere("settings-skip-problem").isVisible());
                assertTrue(Fx.anywhere("settings-skip-add").isDisabled());
                assertTrue(dialogButton("settings-ok").isDisabled());
                ((ButtonBase) Fx.anywhere("settings-skip-restore")).fire();
                assertFalse(Fx.anywhere("settings-skip-problem").isVisible());
                assertFalse(dialogButton("settings-ok").isDisabled());
            });
            press("settings-cancel");
        }
    }

    @Test
    void whatHappensWhenAllIsDoneIsOneSettingInTheMenuAndTheDialog() throws Exception {
        try (var window = connected()) {
            Fx.run(() -> whenDone(window, WhenDone.NOTIFY).fire());
            Fx.until(() -> window.settings.current().then().action() == WhenDone.NOTIFY);
            openSettings(window);
            Fx.run(() -> {
                tab(6);
                ((ButtonBase) Fx.anywhere("settings-then-quit")).fire();
            });
            press("settings-ok");
            Fx.until(() -> window.settings.current().then().action() == WhenDone.QUIT);
            assertTrue(Fx.get(() -> whenDone(window, WhenDone.QUIT).isSelected()));
        }
        try (var again = connected()) {
            assertTrue(Fx.get(() -> whenDone(again, WhenDone.QUIT).isSelected()));
            change(again, new Then(WhenDone.NOTHING));
        }
    }

    private FakeWindow connected() throws InterruptedException {
        return FakeWindow.connected(home, recorder, alpha, beta);
    }

    private void copy(FakeWindow window) {
        Fx.run(() -> {
            var left = (TableView<?>) Fx.find(window.stage, "left-table");
            left.getSelectionModel().select(0);
            ((ButtonBase) Fx.find(window.stage, "copy-right")).fire();
        });
        await().atMost(PATIENCE).until(() -> jobs.size() == 1);
    }

    private static void change(FakeWindow window, TransferSettings.Part part)
            throws FailureException {
        window.settings.change(now -> now.with(part));
    }

    private static void openSettings(FakeWindow window) {
        var key = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
        var keys = window.stage.getScene().getAccelerators();
        Fx.run(() -> Objects.requireNonNull(keys.get(key)).run());
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(String id, T value) {
        ((ChoiceBox<T>) Fx.anywhere(id)).setValue(value);
    }

    private static void type(String id, String text) {
        Fx.run(() -> ((TextField) Fx.anywhere(id)).setText(text));
    }

    private static void tab(int index) {
        ((TabPane) Fx.anywhere("settings-tabs")).getSelectionModel().select(index);
        Fx.dialogs().getFirst().applyCss();
        Fx.dialogs().getFirst().layout();
    }

    private static ButtonBase dialogButton(String id) {
        return Fx.button(Fx.dialogs().getFirst(), id);
    }

    private static void press(String id) {
        Fx.run(() -> dialogButton(id).fire());
    }

    private static RadioMenuItem whenDone(FakeWindow window, WhenDone action) {
        var menu = (MenuButton) Fx.find(window.stage, "menu");
        String id = "menu-when-done-" + action.name().toLowerCase(Locale.ROOT);
        return menu.getItems().stream()
                .filter(Menu.class::isInstance)
                .flatMap(each -> ((Menu) each).getItems().stream())
                .filter((MenuItem each) -> id.equals(each.getId()))
                .map(RadioMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
