package dev.crossdock.ui;

import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.Capability;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TlsHistory;
import dev.crossdock.ui.dialog.WindowPrompts;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.ui.shell.Shell;
import dev.crossdock.ui.shell.ShellServices;
import dev.crossdock.update.ReleaseWorld;
import dev.crossdock.vault.Vault;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Walks through the window with fakes behind it and takes pictures, to be looked at by a person.
///
/// Arguments: a folder for the pictures, width, height.
public final class Preview extends Application {

    private final FakeServer alpha = alpha();
    private final FakeServer beta = beta();
    private final FakeServer gamma = new FakeServer("gamma").folder("/", "pub");
    private final TranscriptLog log = new TranscriptLog();
    private final ReleaseWorld releases = new ReleaseWorld();
    private final FakeBrowsers browsers = new FakeBrowsers().with(alpha).with(beta).with(gamma);

    @Override
    public void start(Stage stage) throws Exception {
        Path home = Files.createTempDirectory("preview");
        var sites = new SiteStore(home.resolve("sites.json"));
        for (FakeServer fake : List.of(alpha, beta, gamma)) {
            sites.save(new Site(fake.server(), Optional.empty()));
        }
        var memory = new ServerMemory(home.resolve("servers.json"));
        learn(memory);
        var queue = QueueService.temporary(new FakeRunner(), 3, Clock.systemUTC());
        var prompts = new WindowPrompts(() -> stage, new FxThread(), ZoneId.of("UTC"));
        var passwords = new Passwords();
        var secrets = new SiteSecrets(new Vault(home.resolve("vault.json"), Clock.systemUTC()));
        var shell =
                new Shell(
                        new ShellServices(
                                sites,
                                certificates(home),
                                history(home, sites),
                                new ServerDirectory(sites),
                                passwords,
                                secrets,
                                new PasswordDesk(passwords, secrets, prompts),
                                memory,
                                new PairRules(home.resolve("pairs.json")),
                                new Settings(home.resolve("settings.json")),
                                browsers,
                                new FakeRoutes(),
                                queue,
                                log,
                                _ -> {},
                                Optional.of(releases.updates(home.resolve("updates.json"))),
                                _ -> {},
                                home.resolve("window.json")));
        shell.show(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(Double.parseDouble(getParameters().getRaw().get(1)));
        stage.setHeight(Double.parseDouble(getParameters().getRaw().get(2)));
        Thread.ofPlatform().start(() -> walk(stage, shell, queue, prompts));
    }

    private void walk(Stage stage, Shell shell, QueueService queue, WindowPrompts prompts) {
        try {
            for (String look : List.of("light", "dark")) {
                new Tour(stage, shell, prompts, look).walk();
                on(() -> press(stage, "look"));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            queue.close();
            releases.close();
            Platform.exit();
        }
    }

    private final class Tour {
        private final Stage stage;
        private final Shell shell;
        private final WindowPrompts prompts;
        private final String look;

        Tour(Stage stage, Shell shell, WindowPrompts prompts, String look) {
            this.stage = stage;
            this.shell = shell;
            this.prompts = prompts;
            this.look = look;
        }

        void walk() throws Exception {
            if (look.equals("light")) {
                picture("01-start");
                var latch = browsers.stall(alpha.server());
                on(() -> shell.connect(PaneSide.LEFT, alpha.server()));
                on(() ->
                        shell.connect(
                                PaneSide.RIGHT,
                                new Server(
                                        new SiteId("x"),
                                        "nowhere",
                                        "nowhere.test",
                                        2121,
                                        TlsMode.EXPLICIT,
                                        "demo")));
                picture("02-connecting-refused");
                latch.countDown();
            }
            on(() -> shell.connect(PaneSide.RIGHT, gamma.server()));
            pause();
            on(() -> shell.connect(PaneSide.LEFT, gamma.server()));
            picture("03-no-route");
            on(() -> press(stage, "route-right-details"));
            picture("04-no-route-details");
            on(() -> shell.connect(PaneSide.LEFT, alpha.server()));
            on(() -> shell.connect(PaneSide.RIGHT, beta.server()));
            speak();
            picture("05-both");
            on(() -> select("#left-table", 1, 4, 5, 6, 7, 8, 9));
            picture("06-selected");
            drag();
            on(() -> press(stage, "copy-right"));
            TimeUnit.MILLISECONDS.sleep(2500);
            picture("07-queue");
            on(() -> press(stage, "route-left-details"));
            picture("08-route-details");
            on(() -> stage.getScene().lookup("#queue-table").requestFocus());
            on(() -> press(stage, "transcript-tab"));
            picture("09-transcript");
            on(() -> press(stage, "queue-tab"));
            on(() -> select("#left-table", 4));
            dialog("10-new-folder", "left-new-folder");
            dialog("11-rename", "left-rename");
            dialog("12-permissions", "left-permissions");
            on(() -> select("#left-table", 1, 4, 5, 6, 7, 8, 9));
            dialog("13-delete", "left-delete");
            prompt(
                    "14-password",
                    () -> prompts.secret(alpha.server(), SecretKind.PASSWORD, true, true));
            prompt("15-certificate", () -> prompts.trust(alpha.server(), certificate()));
            prompt("16-changed", this::changed);
            prompt("17-exists", () -> prompts.ask(question()));
            on(() -> select("#queue-table", 0));
            dialog("19-job", "queue-details");
            on(() -> press(stage, "failed-tab"));
            on(() -> select("#failed-table", 0));
            picture("39-failed");
            dialog("18-failure", "failed-details");
            on(() -> press(stage, "finished-tab"));
            on(() -> select("#finished-table", 0));
            picture("40-finished");
            dialog("29-ended-job", "finished-details");
            on(() -> press(stage, "queue-tab"));
            on(() -> openMenu("#left-site"));
            picture("20-site-menu");
            on(() -> item("left-other"));
            picture("21-another-server");
            on(() ->
                    ((javafx.scene.control.ChoiceBox<?>) stage.getScene().lookup("#left-quick-tls"))
                            .getSelectionModel()
                            .select(2));
            on(() -> press(stage, "left-quick-connect"));
            picture("24-clear-and-problem");
            on(() -> press(stage, "left-quick-back"));
            on(() ->
                    ((javafx.scene.control.TextField) stage.getScene().lookup("#left-filter"))
                            .setText("xyz"));
            on(() -> press(stage, "right-up"));
            on(() -> {
                var path = (javafx.scene.control.TextField) stage.getScene().lookup("#right-path");
                path.setText("/no/such/folder");
                path.fireEvent(new javafx.event.ActionEvent());
            });
            picture("25-nothing-matches-refused-folder");
            on(() -> shell.connect(PaneSide.LEFT, alpha.server()));
            pause();
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-keys"));
            picture("22-keys");
            closeDialogs();
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-about"));
            picture("23-about");
            closeDialogs();
            memory();
            certificates();
            rules();
            limit();
            settings();
        }

        private void settings() throws Exception {
            hidePopups();
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-settings"));
            picture("41-settings-exists");
            settingsTab(1);
            picture("42-settings-files");
            settingsTab(2);
            on(() -> {
                pattern("*.tmp");
                pattern("thumbs.db");
                pattern("sample-(");
                ((javafx.scene.control.TextArea) Fx.anywhere("settings-trial-names"))
                        .setText("harbour-map.tar.gz\nThumbs.db\nnotes.tmp\npictures/");
            });
            picture("43-settings-skip");
            on(() ->
                    ((javafx.scene.control.ChoiceBox<?>) Fx.anywhere("settings-skip-syntax"))
                            .getSelectionModel()
                            .select(1));
            picture("44-settings-skip-problem");
            settingsTab(3);
            picture("45-settings-order");
            settingsTab(4);
            on(() -> field("settings-tries").setText("often"));
            picture("46-settings-queue-problem");
            settingsTab(5);
            on(() -> field("settings-site-logins").setText("3"));
            picture("47-settings-sites");
            settingsTab(6);
            picture("48-settings-then");
            settingsTab(8);
            picture("49-settings-updates");
            on(() -> ((ButtonBase) Fx.anywhere("update-check")).fire());
            TimeUnit.SECONDS.sleep(3);
            picture("50-settings-updates-newer");
            closeDialogs();
            picture("51-newer-version");
            releases.publish(look.equals("light") ? 2 : 4, "0.3.0!");
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-settings"));
            settingsTab(8);
            on(() -> ((ButtonBase) Fx.anywhere("update-check")).fire());
            TimeUnit.SECONDS.sleep(3);
            releases.forge();
            on(() -> ((ButtonBase) Fx.anywhere("update-check")).fire());
            TimeUnit.SECONDS.sleep(3);
            picture("52-settings-updates-forged");
            closeDialogs();
            picture("53-newer-version-security");
            releases.publish(look.equals("light") ? 3 : 5, "0.2.0");
        }

        private void settingsTab(int index) throws Exception {
            on(() ->
                    ((javafx.scene.control.TabPane) Fx.anywhere("settings-tabs"))
                            .getSelectionModel()
                            .select(index));
        }

        private static void pattern(String text) {
            field("settings-skip-pattern").setText(text);
            if (!text.endsWith("(")) {
                field("settings-skip-pattern").fireEvent(new javafx.event.ActionEvent());
            }
        }

        private static javafx.scene.control.TextField field(String id) {
            return (javafx.scene.control.TextField) Fx.anywhere(id);
        }

        private void limit() throws Exception {
            hidePopups();
            on(() -> press(stage, "queue-limit"));
            picture("35-limit");
            on(() -> {
                var other = (javafx.scene.control.TextField) Fx.anywhere("limit-rate");
                other.setText("fast");
                other.fireEvent(new javafx.event.ActionEvent());
            });
            picture("36-limit-problem");
            on(() -> ((ButtonBase) Fx.anywhere("limit-500K")).fire());
            picture("37-limited");
            hidePopups();
            picture("38-limit-in-the-bar");
            on(() -> press(stage, "queue-limit"));
            on(() -> ((ButtonBase) Fx.anywhere("limit-off")).fire());
            hidePopups();
            on(() -> stage.getScene().lookup("#queue-table").requestFocus());
        }

        private void hidePopups() throws Exception {
            on(() -> {
                for (Window window : new ArrayList<>(Window.getWindows())) {
                    if (window instanceof PopupWindow popup) {
                        popup.hide();
                    }
                }
            });
            pause();
        }

        private void rules() throws Exception {
            on(() -> press(stage, "rules"));
            picture("30-rules");
            on(() -> ((CheckBox) Fx.anywhere("rules-relay")).fire());
            on(() -> ((CheckBox) Fx.anywhere("rules-clear")).fire());
            picture("31-clear-consent");
            on(() -> {
                for (DialogPane pane : Fx.dialogs()) {
                    ((CheckBox) pane.lookup("#clear-consent-left")).fire();
                    ((CheckBox) pane.lookup("#clear-consent-right")).fire();
                    ((Button) pane.lookup("#clear-consent-ok")).fire();
                }
            });
            on(() -> shell.connect(PaneSide.LEFT, gamma.server()));
            pause();
            on(() -> shell.connect(PaneSide.LEFT, alpha.server()));
            picture("32-clear-allowed");
            on(() -> press(stage, "rules"));
            picture("33-rules-changed");
            on(() -> ((Button) Fx.anywhere("rules-reset")).fire());
            picture("34-rules-reset");
            on(() -> stage.getScene().lookup("#queue-table").requestFocus());
        }

        /// Stops half way, over a folder of the other pane, and lets go outside.
        private void drag() throws Exception {
            Robot robot = on(Robot::new);
            var from = stage.getScene().lookup("#left-table");
            var to = stage.getScene().lookup("#right-table");
            move(robot, from, 60, 80);
            on(() -> robot.mousePress(javafx.scene.input.MouseButton.PRIMARY));
            for (int step = 0; step < 8; step++) {
                move(robot, from, 60 + step * 10, 80);
                TimeUnit.MILLISECONDS.sleep(60);
            }
            for (int step = 0; step < 4; step++) {
                move(robot, to, 80 + step, 50);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            picture("26-drag");
            move(robot, from, 60, -30);
            TimeUnit.MILLISECONDS.sleep(200);
            on(() -> robot.mouseRelease(javafx.scene.input.MouseButton.PRIMARY));
            pause();
        }

        private void move(Robot robot, Node node, double x, double y) throws Exception {
            on(() -> {
                var at = node.localToScreen(x, y);
                robot.mouseMove(at.getX(), at.getY());
            });
        }

        private Object changed() throws InterruptedException {
            return prompts.changed(
                    alpha.server(),
                    certificate(),
                    new PinnedCertificate(
                            "alpha.test",
                            21,
                            "fedcba9876543210".repeat(4),
                            "CN=alpha.test",
                            Instant.parse("2026-01-02T03:04:05Z"),
                            Optional.of(
                                    new PinnedCertificate.Terms(
                                            "CN=alpha.test",
                                            Instant.parse("2025-03-04T05:06:07Z"),
                                            Instant.parse("2026-03-04T05:06:07Z")))));
        }

        private void dialog(String name, String button) throws Exception {
            on(() -> press(stage, button));
            picture(name);
            closeDialogs();
        }

        private void prompt(String name, Callable<?> question) throws Exception {
            var answer = new CompletableFuture<Object>();
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            answer.complete(String.valueOf(question.call()));
                        } catch (Exception e) {
                            answer.completeExceptionally(e);
                        }
                    });
            picture(name);
            closeDialogs();
            answer.get(5, TimeUnit.SECONDS);
        }

        private void memory() throws Exception {
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-memory"));
            pause();
            on(() -> {
                for (DialogPane pane : Fx.dialogs()) {
                    ((TableView<?>) pane.lookup("#memory-table")).getSelectionModel().select(1);
                }
            });
            picture("27-memory");
            if (look.equals("dark")) {
                on(() -> {
                    for (DialogPane pane : Fx.dialogs()) {
                        ((Button) pane.lookup("#memory-forget-all")).fire();
                    }
                });
                picture("28-nothing-remembered");
            }
            closeDialogs();
        }

        private void certificates() throws Exception {
            on(() -> openMenu("#menu"));
            pause();
            on(() -> item("menu-certificates"));
            pause();
            on(() ->
                    ((TableView<?>) Fx.anywhere("certificates-table"))
                            .getSelectionModel()
                            .selectRange(1, 3));
            picture("50-certificates");
            on(() -> ((Button) Fx.anywhere("certificates-remove")).fire());
            picture("51-remove-certificates");
            closeDialogs();
            closeDialogs();
        }

        private void picture(String name) throws Exception {
            pause();
            var image =
                    on(() -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds()));
            Pictures.write(
                    image,
                    Path.of(getParameters().getRaw().getFirst(), name + "-" + look + ".png"));
        }

        private void select(String table, int... rows) {
            TableView<?> view = (TableView<?>) stage.getScene().lookup(table);
            view.getSelectionModel().clearSelection();
            for (int row : rows) {
                if (row >= 0) {
                    view.getSelectionModel().select(row);
                }
            }
            view.requestFocus();
        }

        private void openMenu(String id) {
            ((javafx.scene.control.MenuButton) stage.getScene().lookup(id)).show();
        }

        private void item(String id) {
            for (Node node : stage.getScene().getRoot().lookupAll(".menu-button")) {
                for (var item : ((javafx.scene.control.MenuButton) node).getItems()) {
                    if (id.equals(item.getId())) {
                        ((javafx.scene.control.MenuButton) node).hide();
                        item.fire();
                        return;
                    }
                }
            }
        }

        private void closeDialogs() throws Exception {
            on(() -> {
                for (Window window : new ArrayList<>(Window.getWindows())) {
                    if (window.getScene().getRoot() instanceof DialogPane pane) {
                        pane.getButtonTypes().stream()
                                .map(type -> (Button) pane.lookupButton(type))
                                .filter(b -> b.isCancelButton() || b.isDefaultButton())
                                .findFirst()
                                .ifPresent(Button::fire);
                    }
                }
            });
            pause();
        }
    }

    private static void press(Stage stage, String id) {
        Node node = stage.getScene().lookup("#" + id);
        ((ButtonBase) node).fire();
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(450);
    }

    private static void on(Runnable action) throws Exception {
        on(() -> {
            action.run();
            return "";
        });
    }

    private static <T> T on(Callable<T> action) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(20, TimeUnit.SECONDS);
    }

    private static dev.crossdock.model.Certificate certificate() {
        return FakeServer.certificate();
    }

    private static ExistsPrompt.Question question() {
        return new ExistsPrompt.Question(
                "alpha",
                dev.crossdock.model.RemotePath.of("/releases/2026/harbour-map.tar.gz"),
                OptionalLong.of(104_857_600),
                "beta",
                dev.crossdock.model.RemotePath.of("/incoming/harbour-map.tar.gz"),
                OptionalLong.of(1_234_567),
                true);
    }

    private void speak() {
        String[] lines = {
            "> AUTH TLS",
            "< 234 AUTH command ok. Expecting TLS Negotiation.",
            "* TLSv1.3",
            "> USER demo",
            "< 331 Password required for demo",
            "> PASS ****",
            "< 230 Logged in.",
            "> FEAT",
            "< 211 Extensions supported:",
            "> PBSZ 0",
            "< 200 Command PBSZ okay.",
            "> PROT P",
            "< 200 Command PROT okay.",
            "> MLSD",
            "< 150 File status okay; about to open data connection with a rather long explanation"
                    + " that goes on and on and on until the window ends.",
            "< 226 Closing data connection."
        };
        for (String line : lines) {
            for (FakeServer fake : List.of(alpha, beta)) {
                var direction =
                        switch (line.charAt(0)) {
                            case '>' -> TranscriptLine.Direction.SENT;
                            case '<' -> TranscriptLine.Direction.RECEIVED;
                            default -> TranscriptLine.Direction.NOTE;
                        };
                log.add(
                        new TranscriptLine(
                                Instant.parse("2026-03-04T05:06:07Z"),
                                fake.server(),
                                1,
                                direction,
                                line.substring(2)));
            }
        }
    }

    private static FakeServer alpha() {
        var alpha =
                new FakeServer("alpha")
                        .can(Capability.PROXY, " AUTH TLS +proxy")
                        .can(Capability.SSCN, " SSCN")
                        .can(Capability.HASH, " HASH SHA-256*;SHA-1;MD5")
                        .leavesOut("Line 17 has no name: drwxr-xr-x 2 0 0 4096 Jan  1 10:00")
                        .folder("/", "archive")
                        .folder("/", "pictures")
                        .folder("/", "releases 2026")
                        .file("/", "part10.bin", 12_345)
                        .file("/", "part9.bin", 100L << 20)
                        .file("/", "fail.bin", 5_000_000)
                        .file("/", "skip.me", 0)
                        .file("/", "unknown-progress.iso", 700L << 20)
                        .file("/", "clear-text.log", 48_000_000)
                        .file("/", "tiny.txt", 200)
                        .file("/", "control\u0007\u001b[31m name.txt", 1)
                        .file("/", "not\uDC80utf8.txt", 77)
                        .file(
                                "/",
                                "a file with a name so long that no table was ever wide enough for"
                                        + " it.tar.gz",
                                4_000_000_000L);
        for (int i = 1; i <= 30; i++) {
            alpha.file("/", "photo" + i + ".jpg", 1_500_000L + i * 77_777L);
        }
        return alpha;
    }

    private static TlsHistory history(Path home, SiteStore sites) {
        var history = new TlsHistory(home.resolve("protected.json"), sites, Clock.systemUTC());
        sites.all().forEach(site -> history.loggedInWithTls(site.server()));
        return history;
    }

    private static KnownCertificates certificates(Path home) throws FailureException {
        var known = new KnownCertificates(home.resolve("certificates.json"));
        for (int i = 0; i < 12; i++) {
            known.pin(
                    new PinnedCertificate(
                            i % 3 == 0 ? "2001:db8::" + i : "ftp" + i + ".harbour.example",
                            i % 2 == 0 ? 21 : 2121,
                            "%02x".formatted(i * 19).repeat(32),
                            "CN=ftp" + i + ".harbour.example, O=Harbour Works",
                            Instant.parse("2026-01-02T03:04:05Z"),
                            i == 1
                                    ? Optional.empty()
                                    : Optional.of(
                                            new PinnedCertificate.Terms(
                                                    "CN=Harbour CA",
                                                    Instant.parse("2025-03-04T05:06:07Z"),
                                                    Instant.parse("2027-03-04T05:06:07Z")))));
        }
        return known;
    }

    private void learn(ServerMemory memory) {
        var proxy = Route.between(Method.PROXY, Side.TARGET, Side.SOURCE);
        memory.proven(alpha.server(), beta.server(), proxy);
        memory.refuted(
                beta.server(),
                alpha.server(),
                Route.between(Method.SSCN, Side.SOURCE, Side.TARGET),
                "425 Unable to build data connection: TLS handshake failed after a rather long"
                        + " explanation that no column has room for");
        memory.proven(alpha.server(), Capability.SSCN);
        memory.refuted(gamma.server(), Capability.CPSV, "502 CPSV not understood");
        memory.onlyTls12(gamma.server());
    }

    private static FakeServer beta() {
        return new FakeServer("beta").folder("/", "incoming").folder("/", "outgoing");
    }
}
