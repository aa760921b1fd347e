package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.site.Settings;
import dev.crossdock.site.TransferSettings.NewVersions;
import dev.crossdock.update.ReleaseWorld;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Newer versions, from the settings to the web server and back to the window.
class UpdatesInTheWindowTest {

    private static final int TAB = 8;

    private final ReleaseWorld world = new ReleaseWorld();

    @TempDir private Path home;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void nobodyIsAskedWithoutConsent() throws Exception {
        try (var window = open()) {
            openSettings(window);
            // What is known was read, so the look that would ask is over.
            Fx.until(() -> text("update-found").equals("Not looked yet."));
            assertFalse(Fx.get(() -> ((CheckBox) node("settings-updates-weekly")).isSelected()));
            press("settings-ok");
            Fx.until(() -> Fx.dialogs().isEmpty());
        }
        assertEquals(0, world.asked());
    }

    @Test
    void aClickAsksOnceAndIsNoConsentForMore() throws Exception {
        try (var window = open()) {
            openSettings(window);
            Fx.run(() -> ((ButtonBase) node("update-check")).fire());
            Fx.until(() -> text("update-found").startsWith("Version 0.2.0 was published"));
            assertEquals(2, world.asked());
            press("settings-cancel");
            assertFalse(window.settings.current().newVersions().lookWeekly());
        }
        try (var again = open()) {
            Fx.until(() -> bar(again).isVisible());
            assertEquals(2, world.asked());
        }
    }

    @Test
    void whoAgreesIsToldByABarThatOpensThePage() throws Exception {
        try (var window = open()) {
            assertFalse(Fx.get(() -> bar(window).isManaged()));
            openSettings(window);
            Fx.run(() -> ((CheckBox) node("settings-updates-weekly")).fire());
            assertEquals(0, world.asked(), "not before it is saved");
            press("settings-ok");
            Fx.until(() -> bar(window).isVisible());
            assertEquals(2, world.asked());
            assertEquals("Crossdock 0.2.0 is there: Faster folders", text("update-words"));
            assertEquals("https://crossdock.test/releases", text("update-address"));
            fire(window, "update-open");
            assertEquals(List.of(URI.create("https://crossdock.test/releases")), window.pages);
            fire(window, "update-close");
            assertFalse(Fx.get(() -> bar(window).isManaged()));
        }
        try (var again = open()) {
            Fx.until(() -> bar(again).isVisible());
            assertEquals(2, world.asked(), "the week is not over");
        }
    }

    @Test
    void aSkippedVersionIsToldNoMoreButTheNextOneIs() throws Exception {
        agree();
        try (var window = open()) {
            Fx.until(() -> bar(window).isVisible());
            fire(window, "update-skip");
            assertFalse(Fx.get(() -> bar(window).isVisible()));
            openSettings(window);
            world.publish(2, "0.2.0", "0.2.1!");
            Fx.until(() -> !node("update-check").isDisabled());
            Fx.run(() -> ((ButtonBase) node("update-check")).fire());
            Fx.until(() -> bar(window).isVisible());
            assertEquals(
                    "Crossdock 0.2.1 closes a security hole: Faster folders", text("update-words"));
            press("settings-cancel");
        }
    }

    @Test
    void aForgedListIsToldOnThePageAndNotInTheWindow() throws Exception {
        world.forge();
        agree();
        try (var window = open()) {
            openSettings(window);
            Fx.until(() -> text("update-found").contains("not signed by those who make Crossdock"));
            assertFalse(Fx.get(() -> bar(window).isVisible()));
            press("settings-cancel");
        }
    }

    @Test
    void aBuildWithoutAListSaysSoAndOffersNothing() throws Exception {
        Fx.start();
        try (var window = FakeWindow.open(home, new FakeRunner())) {
            assertFalse(Fx.has(window.stage, "update-bar"));
            openSettings(window);
            assertEquals(
                    "This build has no release list, so there is nothing to look at.",
                    Fx.get(() -> text("settings-updates-none")));
            assertTrue(
                    Fx.get(() ->
                            Fx.dialogs().getFirst().lookup("#settings-updates-weekly") == null));
            press("settings-cancel");
        }
    }

    private FakeWindow open() throws InterruptedException {
        var updates = world.updates(home.resolve("updates.json"));
        return FakeWindow.open(home, new FakeRunner(), Optional.of(updates));
    }

    private void agree() throws Exception {
        new Settings(home.resolve("settings.json")).change(now -> now.with(new NewVersions(true)));
    }

    private static Node bar(FakeWindow window) {
        return Fx.find(window.stage, "update-bar");
    }

    private static Node node(String id) {
        return Fx.anywhere(id);
    }

    private static String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private static void fire(FakeWindow window, String id) {
        Fx.run(() -> ((ButtonBase) Fx.find(window.stage, id)).fire());
    }

    private static void press(String id) {
        Fx.run(() -> Fx.button(Fx.dialogs().getFirst(), id).fire());
    }

    private static void openSettings(FakeWindow window) {
        Fx.run(() -> {
            var menu = (MenuButton) Fx.find(window.stage, "menu");
            menu.getItems().stream()
                    .filter((MenuItem each) -> "menu-settings".equals(each.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        Fx.run(() -> {
            ((TabPane) node("settings-tabs")).getSelectionModel().select(TAB);
            Fx.dialogs().getFirst().applyCss();
            Fx.dialogs().getFirst().layout();
        });
    }
}
