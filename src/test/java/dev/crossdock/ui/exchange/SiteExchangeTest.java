package dev.crossdock.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.ui.Fx;
import dev.crossdock.ui.dialog.WindowPrompts;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.vault.Vault;

import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Import and export, from the file to the saved sites and back.
class SiteExchangeTest {

    @TempDir private Path home;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger reloads = new AtomicInteger();
    private SiteStore sites;
    private SiteSecrets secrets;
    private SiteExchange exchange;
    private Stage stage;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        sites = new SiteStore(home.resolve("sites.json"));
        secrets = new SiteSecrets(new Vault(home.resolve("vault.json"), InstantSource.system()));
        stage = Fx.show(new StackPane(), 300, 200);
        file = home.resolve("their-sites.xml");
        var desk =
                new PasswordDesk(
                        new Passwords(),
                        secrets,
                        new WindowPrompts(() -> stage, new FxThread(), ZoneOffset.UTC));
        exchange =
                new SiteExchange(
                        new ExchangeDesk(
                                sites, new Settings(home.resolve("settings.json")), secrets, desk),
                        new Chosen(),
                        () -> stage,
                        new SiteExchange.Threads(background, new FxThread()),
                        reloads::incrementAndGet);
    }

    @AfterEach
    void close() {
        Fx.run(() -> Fx.dialogs().forEach(pane -> pane.getScene().getWindow().hide()));
        Fx.close(stage);
        background.shutdownNow();
    }

    @Test
    void aFileOfFileZillaBecomesSitesAndAPasswordInTheVault() throws Exception {
        keyFileVault();
        Files.write(file, SampleFile.bytes());
        Fx.run(exchange::bringIn);
        DialogPane pane = dialog("import-dialog");
        assertEquals("Import 2 sites", Fx.get(() -> Fx.button(pane, "import-dialog-ok").getText()));
        assertEquals(3, table(pane).getItems().size());
        answer(pane, "import-dialog-ok");

        DialogPane done = dialog("import-done-dialog");
        assertEquals("2 sites were imported", title(done));
        assertEquals(2, sites.all().size());
        assertArrayEquals(SampleFile.PASSWORD.toCharArray(), password("Alpha").orElseThrow());
        assertTrue(password("Beta").isEmpty());
        assertEquals(1, reloads.get());
    }

    @Test
    void theSpaceBarTakesTheTickAway() throws Exception {
        Files.write(file, SampleFile.bytes());
        Fx.run(exchange::bringIn);
        DialogPane pane = dialog("import-dialog");
        Fx.run(() -> {
            var table = table(pane);
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        new FxRobot().push(KeyCode.SPACE);
        assertEquals("Import 1 site", Fx.get(() -> Fx.button(pane, "import-dialog-ok").getText()));
        answer(pane, "import-dialog-ok");
        dialog("import-done-dialog");
        assertEquals("Beta", sites.all().getFirst().name());
        assertEquals(Vault.State.ABSENT, secrets.vault().state());
    }

    @Test
    void withoutAVaultTheSitesComeWithoutPasswords() throws Exception {
        Files.write(file, SampleFile.bytes());
        Fx.run(exchange::bringIn);
        answer(dialog("import-dialog"), "import-dialog-ok");
        answer(dialog("new-vault-dialog"), "new-vault-dialog-cancel");
        answer(dialog("exchange-vault-dialog"), "exchange-vault-dialog-ok");
        assertEquals("2 sites were imported", title(dialog("import-done-dialog")));
        assertEquals(Vault.State.ABSENT, secrets.vault().state());
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() throws Exception {
        Files.writeString(file, "<html/>");
        Fx.run(exchange::bringIn);
        DialogPane pane = dialog("failure-dialog");
        assertTrue(Fx.get(() -> text(pane).contains("none of the known kinds")));
        assertTrue(sites.all().isEmpty());
    }

    @Test
    void passwordsAreWrittenOnlyWhereTheUserSaysSo() throws Exception {
        keyFileVault();
        Files.write(file, SampleFile.bytes());
        Fx.run(exchange::bringIn);
        answer(dialog("import-dialog"), "import-dialog-ok");
        answer(dialog("import-done-dialog"), "import-done-dialog-ok");

        file = home.resolve("ours.xml");
        Fx.run(exchange::giveOut);
        answer(dialog("export-dialog"), "export-dialog-ok");
        DialogPane first = dialog("export-done-dialog");
        assertEquals("2 sites were exported", title(first));
        assertTrue(Fx.get(() -> text(first).contains(file.toString())));
        assertFalse(Files.readString(file).contains(encoded()));
        answer(first, "export-done-dialog-ok");

        Fx.run(exchange::giveOut);
        DialogPane pane = dialog("export-dialog");
        assertFalse(Fx.get(() -> pane.lookup("#export-plain-text").isVisible()));
        Fx.run(() -> ((CheckBox) pane.lookup("#export-passwords")).fire());
        assertTrue(Fx.get(() -> pane.lookup("#export-plain-text").isVisible()));
        answer(pane, "export-dialog-ok");
        DialogPane second = dialog("export-done-dialog");
        assertTrue(Fx.get(() -> text(second).contains("1 password is in the file.")));
        assertTrue(Files.readString(file).contains(encoded()));
    }

    private final class Chosen implements FilePicker {

        @Override
        public Optional<Path> toRead(@Nullable Window owner) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> toWrite(@Nullable Window owner, String name) {
            return Optional.of(file);
        }
    }

    private static String encoded() {
        return Base64.getEncoder()
                .encodeToString(SampleFile.PASSWORD.getBytes(StandardCharsets.UTF_8));
    }

    private void keyFileVault() throws Exception {
        NewVault wanted = NewVault.withKeyFile();
        secrets.vault().create(wanted.protection(), wanted.master());
    }

    private Optional<char[]> password(String name) throws Exception {
        Server server =
                sites.all().stream()
                        .filter(site -> site.name().equals(name))
                        .map(Site::server)
                        .findFirst()
                        .orElseThrow();
        return secrets.find(server, SecretKind.PASSWORD);
    }

    private static DialogPane dialog(String id) {
        Fx.until(() -> Fx.dialogs().stream().anyMatch(pane -> id.equals(pane.getId())));
        return Fx.get(() ->
                Fx.dialogs().stream()
                        .filter(pane -> id.equals(pane.getId()))
                        .findFirst()
                        .orElseThrow());
    }

    private static TableView<?> table(DialogPane pane) {
        return (TableView<?>) pane.lookup("#import-table");
    }

    private static void answer(DialogPane pane, String button) {
        Fx.run(() -> Fx.button(pane, button).fire());
    }

    private static String title(DialogPane pane) {
        return Fx.get(() -> ((Labeled) pane.lookup(".title-4")).getText());
    }

    private static String text(DialogPane pane) {
        var text = new StringBuilder();
        pane.lookupAll(".label")
                .forEach(node -> text.append(((Labeled) node).getText()).append('\n'));
        return text.toString();
    }
}
