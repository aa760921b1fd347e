package dev.crossdock.ui.shell;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobView;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.ui.about.AboutDialog;
import dev.crossdock.ui.about.AboutFacts;
import dev.crossdock.ui.certificate.CertificatesDialog;
import dev.crossdock.ui.certificate.CertificatesViewModel;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.dialog.MessageDialog;
import dev.crossdock.ui.memory.MemoryDialog;
import dev.crossdock.ui.memory.MemoryViewModel;
import dev.crossdock.ui.pane.Both;
import dev.crossdock.ui.pane.Carried;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pane.PaneState;
import dev.crossdock.ui.pane.PaneThreads;
import dev.crossdock.ui.pane.PaneView;
import dev.crossdock.ui.pane.PaneViewModel;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.ui.pump.Pump;
import dev.crossdock.ui.pump.SystemLook;
import dev.crossdock.ui.queue.LimitViewModel;
import dev.crossdock.ui.queue.NoticeBoard;
import dev.crossdock.ui.queue.QueueOrders;
import dev.crossdock.ui.queue.QueueThreads;
import dev.crossdock.ui.queue.QueueView;
import dev.crossdock.ui.queue.QueueViewModel;
import dev.crossdock.ui.queue.RecordFiles;
import dev.crossdock.ui.queue.SearchViewModel;
import dev.crossdock.ui.queue.WhenDoneViewModel;
import dev.crossdock.ui.report.ReportDialog;
import dev.crossdock.ui.route.RouteStrip;
import dev.crossdock.ui.route.RouteViewModel;
import dev.crossdock.ui.route.RulesViewModel;
import dev.crossdock.ui.settings.SettingsDialog;
import dev.crossdock.ui.settings.SettingsViewModel;
import dev.crossdock.ui.site.Destination;
import dev.crossdock.ui.site.Sites;
import dev.crossdock.ui.sites.Secrets;
import dev.crossdock.ui.sites.SitesWindow;
import dev.crossdock.ui.sites.VaultKeyring;
import dev.crossdock.ui.transcript.TranscriptView;
import dev.crossdock.ui.transcript.TranscriptViewModel;
import dev.crossdock.ui.update.UpdateBar;
import dev.crossdock.ui.update.UpdateState;
import dev.crossdock.ui.update.UpdatesViewModel;
import dev.crossdock.ui.vault.VaultView;
import dev.crossdock.ui.vault.VaultViewModel;
import dev.crossdock.update.Updates;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The window of Crossdock.
public final class Shell {

    private final ShellServices services;
    private final Clock clock = Clock.systemDefaultZone();
    private final Sites sites;
    private final Both<ExecutorService> lanes = Both.of(Shell::lane);
    private final Both<PaneViewModel> panes;
    private final Both<AutoRefresh> refreshes;
    private final RulesViewModel rules;
    private final RouteViewModel routes;
    private final QueueViewModel queue;
    private final QueueOrders orders;
    private final SearchViewModel search;
    private final NoticeBoard notices = new NoticeBoard();
    private final RecordFiles files;
    private final WhenDoneViewModel whenDone = new WhenDoneViewModel(notices, clock);
    private final LimitViewModel limit;
    private final TranscriptViewModel transcript;
    private final CopyAction copying;
    private final SiteManager manager;
    private final ReportSources reports;
    private final VaultViewModel vault;
    private final Optional<UpdatesViewModel> updates;
    private Optional<ShellWindow> window = Optional.empty();
    private final Pump pump;
    private final ExecutorService aside =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("aside-", 0).factory());

    private final ExecutorService reading =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rows").factory());

    private final ExecutorService keys =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("vault").factory());

    private final ExecutorService saving =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rules").factory());

    public Shell(ShellServices services) {
        this.services = services;
        var keyring = new VaultKeyring(services.desk(), services.passwords(), services.secrets());
        var secrets = new Secrets(keyring, saving, new FxThread());
        sites = new Sites(services.sites(), services.directory(), services.passwords(), secrets);
        panes = Both.of(this::newPane);
        refreshes = Both.of(side -> new AutoRefresh(clock, pane(side)::refreshQuietly));
        rules =
                new RulesViewModel(
                        services.rules(),
                        services.sites(),
                        saving,
                        new FxThread(),
                        failure -> tell("rules.notSaved", failure));
        routes = new RouteViewModel(services.routes(), rules);
        // What was asked of the rules last is known to what is tried again next.
        var threads = new QueueThreads(reading, saving, aside, new FxThread());
        queue = new QueueViewModel(services.queue(), clock, this::ended, threads);
        orders = new QueueOrders(services.queue(), this::renewed, threads);
        search = new SearchViewModel(queue);
        files = new RecordFiles(services.queue(), notices, sites::name, threads);
        notices.found(services.queue().findings());
        limit = new LimitViewModel(services.throttle());
        transcript =
                new TranscriptViewModel(
                        services.transcript(),
                        () -> server(PaneSide.LEFT),
                        () -> server(PaneSide.RIGHT));
        copying =
                new CopyAction(services.queue(), services.directory(), rules, services.settings());
        manager =
                new SiteManager(
                        services,
                        sites,
                        new SiteManager.Secrecy(keyring, secrets),
                        new SiteManager.Threads(aside, new FxThread()),
                        this::connect);
        vault = new VaultViewModel(services.secrets().vault(), keys, new FxThread());
        updates = services.updates().map(this::looking);
        reports = new ReportSources(services, panes, routes, queue, clock, aside);
        panes.all().forEach(pane -> pane.stateProperty().subscribe(_ -> serversChanged()));
        for (PaneSide side : PaneSide.values()) {
            pane(side).stateProperty().subscribe(state -> openLocalFolder(state, side.other()));
        }
        pump =
                new Pump(
                        List.of(
                                this::tickQueue,
                                search::tick,
                                transcript::tick,
                                routes::tick,
                                refreshes.left()::tick,
                                refreshes.right()::tick,
                                () -> updates.ifPresent(UpdatesViewModel::tick)));
    }

    /// Connects a pane, as when the user had chosen the server.
    public void connect(PaneSide side, Server server) {
        services.directory().register(server);
        panes.on(side).connect(new Destination(server, Optional.empty()));
    }

    /// Connects a pane to a saved site.
    void connect(PaneSide side, Site site) {
        panes.on(side).connect(Destination.of(site));
    }

    /// The site manager, which is there once.
    SitesWindow manager(Stage stage) {
        return manager.window(stage);
    }

    /// Where the site manager was last.
    Optional<WindowMemory.Bounds> managerBounds() {
        return manager.bounds();
    }

    /// Fills a form with what a link says; nothing is connected before the user says so.
    public void openLink(ServerLink link) {
        window.ifPresent(shown -> shown.openLink(link));
    }

    /// Fills the stage and shows it. Called once, on the JavaFX thread.
    public void show(Stage stage) {
        var file = new WindowMemoryFile(services.stateFile());
        WindowMemory memory = file.read();
        limit.set(memory.limit());
        manager.remember(memory.sites());
        whenDone.choiceProperty().set(services.settings().current().then().action());
        vault.load();
        vault.lockAfter(services.settings().current().locking().afterIdle());
        var shown = new ShellWindow(stage, this, memory, new SystemLook());
        window = Optional.of(shown);
        shown.show();
        pump.start();
        Runnable leave =
                () -> {
                    file.write(shown.memory());
                    close();
                    stage.hide();
                };
        whenDone.onQuit(leave);
        whenDone.attentionProperty().subscribe(wanted -> attract(stage, wanted));
        stage.focusedProperty().subscribe(_ -> whenDone.looked());
        stage.setOnCloseRequest(event -> {
            event.consume();
            manager.leave(() -> quit(stage, leave));
        });
    }

    PaneViewModel pane(PaneSide side) {
        return panes.on(side);
    }

    PaneView paneView(Stage stage, PaneSide side, Carried carried, Runnable otherPane) {
        PaneViewModel own = pane(side);
        PaneViewModel other = pane(side.other());
        var around =
                new PaneView.Around(
                        carried,
                        (selection, folder) -> copying.drop(selection, own, folder),
                        () -> copying.copy(own, other),
                        otherPane,
                        other::openLocal,
                        site -> edit(stage, side, site));
        return new PaneView(own, sites, around, ZoneId.systemDefault());
    }

    /// @param site to open the form of
    private void edit(Stage stage, PaneSide side, Optional<SiteId> site) {
        SitesWindow window = manager(stage);
        window.show(side);
        site.ifPresent(window::edit);
    }

    RouteStrip routeStrip() {
        var left = pane(PaneSide.LEFT);
        var right = pane(PaneSide.RIGHT);
        return new RouteStrip(
                routes,
                rules,
                this::copyFrom,
                left.cannotCopyTo(right),
                right.cannotCopyTo(left),
                ZoneId.systemDefault());
    }

    BottomPanel bottomPanel(List<Node> windowButtons) {
        return new BottomPanel(
                new QueueView(
                        new QueueView.Parts(
                                queue, orders, limit, search, files, notices, sites::name)),
                queue,
                new TranscriptView(transcript, ZoneId.systemDefault()),
                windowButtons);
    }

    void copyFrom(PaneSide side) {
        copying.copy(pane(side), pane(side.other()));
    }

    void showKeys(Stage stage) {
        MessageDialog.keys(stage).show(_ -> {});
    }

    void showMemory(Stage stage) {
        var model = new MemoryViewModel(services.memory(), aside, new FxThread());
        model.load();
        MemoryDialog.create(stage, model, ZoneId.systemDefault()).show(_ -> {});
    }

    void showCertificates(Window owner) {
        var model =
                new CertificatesViewModel(
                        services.certificates(), services.history(), aside, new FxThread());
        model.load();
        CertificatesDialog.create(owner, model, ZoneId.systemDefault()).show(_ -> {});
    }

    void showReport(Stage stage) {
        double scale = stage.getOutputScaleX();
        reports.collect(
                scale,
                facts -> ReportDialog.create(stage, facts, aside, new FxThread()).show(_ -> {}));
    }

    void showSettings(Stage stage) {
        Settings settings = services.settings();
        var model = new SettingsViewModel(settings.current(), services.sites().all());
        vault.load();
        var trust = new SettingsDialog.Trust(new VaultView(vault), this::showCertificates);
        SettingsDialog.create(stage, model, trust, updateState(), settings.notice())
                .show(this::change);
    }

    /// Tells of a newer version; empty if this build looks for none.
    Optional<Node> updateBar() {
        return updates.map(UpdateBar::new);
    }

    private Optional<Node> updateState() {
        return updates.map(model -> new UpdateState(model, ZoneId.systemDefault()));
    }

    private UpdatesViewModel looking(Updates found) {
        return new UpdatesViewModel(
                found,
                () -> services.settings().current().newVersions().lookWeekly(),
                services.pages(),
                clock,
                aside,
                new FxThread());
    }

    void showAbout(Stage stage) {
        aside.execute(() -> {
            var facts = AboutFacts.here();
            new FxThread()
                    .execute(() ->
                            AboutDialog.create(stage, facts, updateState().stream().toList())
                                    .show(_ -> {}));
        });
    }

    /// What a pane is on, as the user calls it.
    String siteName(PaneSide side) {
        return switch (pane(side).stateProperty().get()) {
            case PaneState.Browsing(var facts) -> VisibleText.of(facts.server().name());
            case PaneState.Connecting(var server) -> VisibleText.of(server.name());
            case PaneState.Choosing _, PaneState.Refused _ -> Strings.text("pane.notConnected");
        };
    }

    /// The site a pane should offer first next time.
    Optional<SiteId> lastSite(PaneSide side) {
        return server(side).filter(sites::isSaved);
    }

    Optional<ByteRate> limit() {
        return limit.limitProperty().get();
    }

    ReadOnlyObjectProperty<WhenDone> whenDoneProperty() {
        return whenDone.choiceProperty();
    }

    void chooseWhenDone(WhenDone action) {
        whenDone.choiceProperty().set(action);
        change(List.of(new TransferSettings.Then(action)));
    }

    /// `42% – Crossdock` while files are on their way.
    ObservableValue<String> title() {
        return Bindings.createStringBinding(
                this::titleNow, queue.overviewProperty(), whenDone.attentionProperty());
    }

    private String titleNow() {
        return queue.overviewProperty()
                .get()
                .percent()
                .map(percent -> Strings.text("window.title.percent", percent))
                .orElse(
                        Strings.text(
                                whenDone.attentionProperty().get()
                                        ? "window.title.done"
                                        : "window.title"));
    }

    ObservableValue<Boolean> canLockVault() {
        return vault.canBeLocked();
    }

    void lockVault() {
        vault.lock();
    }

    private void change(List<TransferSettings.Part> parts) {
        parts.stream()
                .filter(TransferSettings.Locking.class::isInstance)
                .map(TransferSettings.Locking.class::cast)
                .forEach(locking -> vault.lockAfter(locking.afterIdle()));
        parts.stream()
                .filter(TransferSettings.Then.class::isInstance)
                .map(TransferSettings.Then.class::cast)
                .forEach(then -> whenDone.choiceProperty().set(then.action()));
        saving.execute(() -> {
            try {
                services.settings().change(now -> now.withAll(parts));
                new FxThread().execute(() -> updates.ifPresent(UpdatesViewModel::consentChanged));
            } catch (FailureException e) {
                new FxThread().execute(() -> tell("settings.notSaved", e.failure()));
            }
        });
    }

    private void tickQueue() {
        queue.tick();
        notices.trouble(queue.overviewProperty().get().totals().trouble());
        whenDone.take(queue.overviewProperty().get());
    }

    private void quit(Stage stage, Runnable leave) {
        int unfinished = queue.overviewProperty().get().unfinished();
        if (unfinished > 0) {
            ConfirmDialog.quit(stage, unfinished).show(_ -> leave.run());
        } else {
            leave.run();
        }
    }

    /// Above other windows, but the cursor stays where it is.
    private void attract(Stage stage, boolean wanted) {
        if (wanted && stage.isFocused()) {
            whenDone.looked();
        } else if (wanted) {
            stage.toFront();
        }
    }

    private void close() {
        pump.stop();
        panes.all().forEach(PaneViewModel::close);
        lanes.all().forEach(ExecutorService::shutdownNow);
        // What was asked of it last is to close connections: let it.
        aside.shutdown();
        saving.shutdown();
        keys.shutdown();
        reading.shutdownNow();
    }

    private PaneViewModel newPane(PaneSide side) {
        var threads = new PaneThreads(lanes.on(side), aside, new FxThread());
        return new PaneViewModel(side, services.browsers(), threads);
    }

    /// A site may have a folder of this computer, which the other pane goes to.
    private void openLocalFolder(PaneState state, PaneSide other) {
        if (state instanceof PaneState.Browsing(var facts)) {
            sites.find(facts.server().id())
                    .flatMap(site -> site.start().local())
                    .ifPresent(pane(other)::openLocal);
        }
    }

    private void serversChanged() {
        routes.update(pane(PaneSide.LEFT).facts(), pane(PaneSide.RIGHT).facts());
        transcript.filterAgain();
    }

    /// Asked in the background, so not of the rules that the window shows.
    private JobSpec renewed(JobSpec job) {
        Optional<Server> source = services.directory().find(job.source());
        Optional<Server> target = services.directory().find(job.target());
        return source.isPresent() && target.isPresent()
                ? job.to(job.targetPath(), renewed(source.get(), target.get(), job.policy()))
                : job;
    }

    private TransferPolicy renewed(Server source, Server target, TransferPolicy before) {
        TransferPolicy now = services.rules().of(source, target).policy(before.exists());
        return services.sites()
                .ruled(
                        source,
                        target,
                        now.keepingTimes(before.keepTimes()).rollingBack(before.rollBack()));
    }

    private static void tell(String title, Failure failure) {
        FailureDialog.create(null, Strings.text(title), failure).show(_ -> {});
    }

    private void ended(JobView job) {
        routes.learned();
        for (PaneSide side : PaneSide.values()) {
            RemotePath folder = pane(side).folder();
            server(side).ifPresent(site -> refreshes.on(side).ended(job, site, folder));
        }
    }

    private Optional<SiteId> server(PaneSide side) {
        return pane(side).facts().map(facts -> facts.server().id());
    }

    private static ExecutorService lane(PaneSide side) {
        return Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("pane-" + side.id() + "-", 0).factory());
    }
}
