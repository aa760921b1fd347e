package dev.crossdock.ui;

import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.ByteRate;
import dev.crossdock.model.FailureException;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
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
import dev.crossdock.update.Updates;
import dev.crossdock.vault.Vault;

import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The whole window with fakes behind it, shown.
final class FakeWindow implements AutoCloseable {

    final FakeBrowsers browsers = new FakeBrowsers();
    final SiteStore sites;
    final ServerMemory memory;
    final Settings settings;
    final QueueService queue;
    final List<Optional<ByteRate>> limits = new CopyOnWriteArrayList<>();
    final List<URI> pages = new CopyOnWriteArrayList<>();
    final Stage stage;
    final Shell shell;

    private FakeWindow(
            Path home, JobRunner runner, Optional<Updates> updates, FakeServer... servers)
            throws FailureException {
        sites = new SiteStore(home.resolve("sites.json"));
        memory = new ServerMemory(home.resolve("servers.json"));
        settings = new Settings(home.resolve("settings.json"));
        for (FakeServer server : servers) {
            browsers.with(server);
            sites.save(new Site(server.server(), Optional.empty()));
        }
        queue = QueueService.temporary(runner, 2, Clock.systemUTC());
        stage = new Stage();
        var passwords = new Passwords();
        var secrets = new SiteSecrets(new Vault(home.resolve("vault.json"), Clock.systemUTC()));
        shell =
                new Shell(
                        new ShellServices(
                                sites,
                                new KnownCertificates(home.resolve("certificates.json")),
                                new TlsHistory(
                                        home.resolve("protected.json"), sites, Clock.systemUTC()),
                                new ServerDirectory(sites),
                                passwords,
                                secrets,
                                new PasswordDesk(
                                        passwords,
                                        secrets,
                                        new WindowPrompts(
                                                () -> stage, new FxThread(), ZoneOffset.UTC)),
                                memory,
                                new PairRules(home.resolve("pairs.json")),
                                settings,
                                browsers,
                                new FakeRoutes(),
                                queue,
                                new TranscriptLog(),
                                limits::add,
                                updates,
                                pages::add,
                                home.resolve("window.json")));
    }

    /// Opens it in the corner of the screen, with nothing connected.
    static FakeWindow open(Path home, JobRunner runner, FakeServer... servers)
            throws InterruptedException {
        return open(home, runner, Optional.empty(), servers);
    }

    /// The same, and it may look for newer versions.
    static FakeWindow open(
            Path home, JobRunner runner, Optional<Updates> updates, FakeServer... servers)
            throws InterruptedException {
        Fx.start();
        return Fx.get(() -> {
            var window = new FakeWindow(home, runner, updates, servers);
            window.shell.show(window.stage);
            window.stage.setX(0);
            window.stage.setY(0);
            window.stage.setWidth(1100);
            window.stage.setHeight(720);
            return window;
        });
    }

    /// Opens it with a server on either side; the left one has something in its root.
    static FakeWindow connected(Path home, JobRunner runner, FakeServer left, FakeServer right)
            throws InterruptedException {
        var window = open(home, runner, left, right);
        window.connect(PaneSide.LEFT, left);
        window.connect(PaneSide.RIGHT, right);
        Fx.until(() ->
                !Fx.find(window.stage, "rules").isDisabled()
                        && Fx.has(window.stage, "left-table")
                        && Fx.has(window.stage, "right-table")
                        && !((TableView<?>) Fx.find(window.stage, "left-table"))
                                .getItems()
                                .isEmpty());
        return window;
    }

    void connect(PaneSide side, FakeServer server) {
        Fx.run(() -> shell.connect(side, server.server()));
    }

    /// Leaves as a user does, so that nothing of it goes on.
    @Override
    public void close() {
        Fx.run(() -> {
            if (stage.isShowing()) {
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                Fx.dialogs().stream()
                        .filter(dialog -> "quit-dialog".equals(dialog.getId()))
                        .forEach(dialog -> Fx.button(dialog, "quit-dialog-ok").fire());
            }
        });
        Fx.close(stage);
        queue.close();
    }
}
