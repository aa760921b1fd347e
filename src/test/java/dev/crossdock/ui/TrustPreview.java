package dev.crossdock.ui;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.Site;
import dev.crossdock.ui.dialog.MasterPasswordDialog;
import dev.crossdock.ui.dialog.NewVaultDialog;
import dev.crossdock.ui.dialog.WindowPrompts;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.vault.Vault;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Takes pictures of what asks for, keeps and shows secrets, to be looked at by a person.
///
/// Arguments: a folder for the pictures; `light,dark`.
final class TrustPreview {

    private final Path pictures;
    private final String look;

    private TrustPreview(Path pictures, String look) {
        this.pictures = pictures;
        this.look = look;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            for (String look : arguments[1].split(",")) {
                new TrustPreview(Path.of(arguments[0]), look).walk();
            }
        } finally {
            Platform.exit();
        }
    }

    private void walk() throws Exception {
        settings("absent");
        settings("open");
        settings("locked");
        settings("key-file");
        settings("damaged");
        window();
    }

    private void settings(String state) throws Exception {
        Path home = Files.createTempDirectory("trust-preview");
        Path file = home.resolve("vault.json");
        make(file, state);
        try (var window = open(home)) {
            menu(window, "menu-settings");
            Fx.run(() -> ((TabPane) Fx.anywhere("settings-tabs")).getSelectionModel().selectLast());
            pause();
            if (state.equals("open")) {
                press("vault-unlock");
                pause();
                Fx.run(() ->
                        ((TextField) Fx.anywhere("master-password-field")).setText("wrong one"));
                picture("30-master-password");
                press("master-password-dialog-ok");
                TimeUnit.SECONDS.sleep(2);
                picture("31-wrong-master-password");
                press("vault-unlock");
                pause();
                Fx.run(() -> ((TextField) Fx.anywhere("master-password-field")).setText("master"));
                press("master-password-dialog-ok");
                TimeUnit.SECONDS.sleep(2);
            }
            picture("20-vault-" + state);
            switch (state) {
                case "open" -> confirm("vault-forget", "32-forget-passwords");
                case "damaged" -> confirm("vault-set-aside", "33-set-aside");
                default -> {}
            }
            close();
        }
    }

    private void confirm(String button, String name) throws Exception {
        press(button);
        picture(name);
        close();
    }

    private static void make(Path file, String state) throws Exception {
        var vault = new Vault(file, Clock.systemUTC());
        switch (state) {
            case "absent" -> {}
            case "key-file" -> vault.create(Vault.Protection.KEY_FILE, new char[0]);
            default -> {
                vault.create(Vault.Protection.MASTER_PASSWORD, "master".toCharArray());
                vault.put("one", "secret".toCharArray());
                vault.put("two", "secret".toCharArray());
            }
        }
        vault.lock();
        if (state.equals("damaged")) {
            Files.writeString(file, "{ \"damaged\"");
        }
    }

    private void window() throws Exception {
        Path home = Files.createTempDirectory("trust-preview");
        var alpha = new FakeServer("alpha").folder("/", "pub").file("/", "one.bin", 1_000);
        var beta = new FakeServer("beta").folder("/", "pub");
        try (var window = open(home)) {
            window.browsers.with(alpha).with(beta);
            var prompts = new WindowPrompts(() -> window.stage, new FxThread(), ZoneOffset.UTC);
            picture("01-no-site");
            Fx.run(() -> save(window, alpha, beta));
            for (int i = 0; i < 20; i++) {
                var server = new FakeServer("harbour" + i);
                Fx.run(() -> save(window, server));
            }
            picture("02-connect-with-search");
            ask(prompts, alpha, true);
            picture("03-password-again");
            close();
            ask(prompts, alpha, false);
            picture("04-password-once");
            close();
            Fx.run(() -> MasterPasswordDialog.create(window.stage, true).show(_ -> {}));
            picture("05-master-password-again");
            close();
            Fx.run(() -> NewVaultDialog.create(window.stage).show(_ -> {}));
            picture("06-new-vault");
            type("short", "shirt");
            picture("07-new-vault-differ");
            type("short", "short");
            picture("08-new-vault-weak");
            Fx.run(() -> ((CheckBox) Fx.anywhere("new-vault-none")).fire());
            picture("09-new-vault-none");
            close();
            window.connect(PaneSide.LEFT, alpha);
            window.connect(PaneSide.RIGHT, beta);
            Fx.until(() ->
                    Fx.has(window.stage, "left-table") && Fx.has(window.stage, "right-table"));
            Fx.run(() -> ((MenuButton) Fx.find(window.stage, "left-bookmarks")).show());
            picture("10-bookmarks");
            Fx.run(() -> ((MenuButton) Fx.find(window.stage, "left-bookmarks")).hide());
            Fx.run(() -> ((MenuButton) Fx.find(window.stage, "right-bookmarks")).show());
            picture("11-no-bookmarks");
            Fx.run(() -> ((MenuButton) Fx.find(window.stage, "right-bookmarks")).hide());
            Fx.run(() -> window.shell.openLink(link(TlsMode.CLEAR)));
            picture("12-link");
            close();
            menu(window, "menu-certificates");
            picture("13-certificates");
            close();
            menu(window, "menu-report");
            picture("14-report");
            close();
        }
    }

    private static void ask(WindowPrompts prompts, FakeServer server, boolean again) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        prompts.secret(server.server(), SecretKind.PASSWORD, again, again);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static ServerLink link(TlsMode tls) {
        return new ServerLink(
                tls, "gamma.test", 2121, "me", Optional.of(RemotePath.of("/pub")), true);
    }

    private static void save(FakeWindow window, FakeServer... servers) {
        try {
            for (FakeServer server : servers) {
                var site = new Site(server.server(), Optional.empty());
                window.sites.save(
                        server.server().name().equals("alpha")
                                ? site.withBookmarks(
                                        List.of(
                                                new Bookmark(
                                                        "Incoming",
                                                        Optional.of(RemotePath.of("/incoming")),
                                                        Optional.of("/home/demo/out")),
                                                new Bookmark(
                                                        "Pictures",
                                                        Optional.of(
                                                                RemotePath.of("/pictures/2026")),
                                                        Optional.empty())))
                                : site);
            }
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    private FakeWindow open(Path home) throws Exception {
        var window = FakeWindow.open(home, new Recorder());
        Fx.run(() -> {
            Screen screen = Screen.getPrimary();
            window.stage.setWidth(screen.getBounds().getWidth());
            window.stage.setHeight(screen.getBounds().getHeight());
            if (look.equals("dark")) {
                ((ButtonBase) Fx.find(window.stage, "look")).fire();
            }
        });
        pause();
        return window;
    }

    private static void menu(FakeWindow window, String id) throws Exception {
        Fx.run(() ->
                ((MenuButton) Fx.find(window.stage, "menu"))
                        .getItems().stream()
                                .filter(item -> id.equals(item.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        pause();
    }

    private static void press(String id) {
        Fx.run(() -> ((ButtonBase) Fx.anywhere(id)).fire());
    }

    private static void type(String first, String second) {
        Fx.run(() -> {
            ((TextField) Fx.anywhere("new-vault-password")).setText(first);
            ((TextField) Fx.anywhere("new-vault-repeat")).setText(second);
        });
    }

    private static void close() throws Exception {
        Fx.run(() -> {
            DialogPane pane = Fx.dialogs().getLast();
            pane.getButtonTypes().stream()
                    .map(type -> (Button) pane.lookupButton(type))
                    .filter(button -> button.isCancelButton() || button.isDefaultButton())
                    .findFirst()
                    .ifPresent(Button::fire);
        });
        pause();
    }

    private void picture(String what) throws Exception {
        pause();
        var image =
                Fx.get(() -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds()));
        Pictures.write(image, pictures.resolve(what + "-" + look + ".png"));
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(350);
    }
}
