package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.SecretKind;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;

import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// What a pane's menu does to the sites.
class SavedConnectionInTheWindowTest {

    private final FakeServer alpha = new FakeServer("alpha").file("/", "a.txt", 1);

    @TempDir private Path home;

    @Test
    void aConnectionIsSavedInTheFolderThatIsChosen() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            window.sites.remove(alpha.server().id());
            window.sites.addGroup(SiteGroup.of("Work"));
            connect(window);
            choose(window, "left-save");
            Fx.until(() -> Fx.dialogs().size() == 1);
            Fx.run(() -> folders().setValue(SiteGroup.of("Work")));
            answer("save-site-dialog-ok");
            Fx.until(() -> !window.sites.all().isEmpty());
            assertEquals(SiteGroup.of("Work"), window.sites.all().getFirst().group());
        }
    }

    @Test
    void aRemovedSitesPasswordGoesToo() throws Exception {
        Vault vault = vault(Protection.KEY_FILE);
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            remove(window);
            Fx.until(() -> vault.names().isEmpty());
            assertTrue(window.sites.all().isEmpty());
        }
    }

    @Test
    void thatALockedVaultKeepsThePasswordIsSaidInThePane() throws Exception {
        Vault vault = vault(Protection.MASTER_PASSWORD);
        Set<String> before = vault.names();
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            remove(window);
            Fx.until(() -> Fx.has(window.stage, "left-notice-words"));
            String said =
                    Fx.get(() -> ((Label) Fx.find(window.stage, "left-notice-words")).getText());
            assertTrue(said.contains("still in the vault. The vault is locked."), said);
            assertEquals(before, vault.names());
        }
    }

    private void remove(FakeWindow window) {
        connect(window);
        choose(window, "left-remove");
        Fx.until(() -> Fx.dialogs().size() == 1);
        answer("remove-site-dialog-ok");
    }

    private void connect(FakeWindow window) {
        window.connect(PaneSide.LEFT, alpha);
        Fx.until(() -> Fx.has(window.stage, "left-table"));
    }

    private static void choose(FakeWindow window, String id) {
        Fx.run(() -> {
            var menu = (MenuButton) Fx.find(window.stage, "left-site");
            menu.show();
            MenuItem item =
                    menu.getItems().stream()
                            .filter(each -> id.equals(each.getId()))
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            item.fire();
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<SiteGroup> folders() {
        return (ComboBox<SiteGroup>) Fx.anywhere("save-site-folder");
    }

    private static void answer(String button) {
        Fx.run(() -> {
            DialogPane dialog = Fx.dialogs().getFirst();
            Fx.button(dialog, button).fire();
        });
    }

    private Vault vault(Protection protection) throws Exception {
        var vault =
                new Vault(
                        home.resolve("vault.json"),
                        InstantSource.system(),
                        new Argon2Cost(1024, 1, 1));
        vault.create(protection, "open".toCharArray());
        new SiteSecrets(vault).keep(alpha.server(), SecretKind.PASSWORD, "secret".toCharArray());
        return vault;
    }
}
