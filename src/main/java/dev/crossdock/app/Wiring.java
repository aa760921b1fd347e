package dev.crossdock.app;

import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.LocalBrowser;
import dev.crossdock.browse.RoutePreview;
import dev.crossdock.browse.ServerBrowser;
import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.cli.Core;
import dev.crossdock.cli.CoreOptions;
import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.cli.QueueDesk;
import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.Trust;
import dev.crossdock.fxp.Planner;
import dev.crossdock.instance.InstanceException;
import dev.crossdock.instance.InstanceLock;
import dev.crossdock.instance.InstanceServer;
import dev.crossdock.model.ByteRate;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.Prompts;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TlsHistory;
import dev.crossdock.site.TrustDesk;
import dev.crossdock.site.TrustMode;
import dev.crossdock.transfer.SpeedLimit;
import dev.crossdock.transfer.Transfers;
import dev.crossdock.ui.queue.Throttle;
import dev.crossdock.ui.shell.ShellServices;
import dev.crossdock.update.ReleasePlace;
import dev.crossdock.update.Updates;
import dev.crossdock.vault.Vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The whole program but for its two faces: what is made of what.
final class Wiring implements Core {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final int USUAL_PAIRS = 2;

    /// For servers as they are.
    static final Planner PLANNER = new Planner(true);

    private final SiteStore sites;
    private final KnownCertificates certificates;
    private final TlsHistory history;
    private final ServerDirectory servers;
    private final ServerMemory memory;
    private final PairRules rules;
    private final Settings settings;
    private final Passwords passwords;
    private final SiteSecrets secrets;
    private final PasswordDesk desk;
    private final TranscriptLog transcript = new TranscriptLog();
    private final SpeedLimit limit;
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;
    private final Browsers browsers;
    private final Planner planner;
    private final Path data;
    private final Path updates;
    private final Deque<Closeable> serving = new ArrayDeque<>();

    /// @param queueUse which queue it has; a kept one starts nothing before it is told to
    /// @param passwords known from the start; more come by the prompts
    /// @param pairs how many files may travel at once between the same two sites; empty for as many
    ///   as the settings say
    /// @param limit bytes a second for what passes this computer, 0 for none
    Wiring(
            AppDirs dirs,
            Passwords passwords,
            TrustMode mode,
            Prompts prompts,
            ExistsPrompt existsPrompt,
            Planner planner,
            OptionalInt pairs,
            long limit,
            QueueUse queueUse)
            throws FailureException {
        this.data = dirs.data();
        this.updates = dirs.updates();
        Clock clock = Clock.systemUTC();
        this.settings = new Settings(dirs.settings());
        this.passwords = passwords;
        this.secrets = new SiteSecrets(new Vault(dirs.vault(), clock));
        this.planner = planner;
        this.limit = new SpeedLimit(limit);
        this.sites = new SiteStore(dirs.sites());
        this.certificates = new KnownCertificates(dirs.certificates());
        this.history = new TlsHistory(dirs.withTls(), sites, clock);
        this.servers = new ServerDirectory(sites, dirs.unsaved());
        this.memory = new ServerMemory(dirs.servers());
        this.rules = new PairRules(dirs.pairs());

        this.desk = new PasswordDesk(passwords, secrets, prompts);
        var trust = trust(new TrustDesk(certificates, prompts, mode, clock));
        var remembered = new Remembered(memory, history);
        var connector =
                new Connector(trust, desk::secret, remembered, transcript::add, Deadlines.USUAL);
        this.sessions = new Sessions(connector, clock);
        this.transfers =
                new Transfers(
                        servers::find,
                        sessions,
                        planner,
                        remembered,
                        existsPrompt,
                        this.limit,
                        (source, target) -> settings.current().folderRules(source, target),
                        clock);
        this.queue = queue(queueUse, pairs, clock);
        this.browsers =
                server ->
                        server.isLocal()
                                ? new LocalBrowser(Path.of(System.getProperty("user.home")))
                                : new ServerBrowser(server, connector);
    }

    static Wiring of(AppDirs dirs, CoreOptions options) throws FailureException {
        return new Wiring(
                dirs,
                new Passwords(),
                switch (options.trust()) {
                    case ASK -> TrustMode.ASK;
                    case NEW -> TrustMode.NEW;
                    case KNOWN -> TrustMode.KNOWN;
                },
                options.prompts(),
                options.existsPrompt(),
                PLANNER,
                OptionalInt.of(options.pairs()),
                options.limit(),
                options.queue());
    }

    private QueueService queue(QueueUse use, OptionalInt pairs, Clock clock)
            throws FailureException {
        try {
            return switch (use) {
                case TEMPORARY ->
                        QueueService.temporary(transfers, pairs.orElse(USUAL_PAIRS), clock);
                case KEPT -> KeptQueue.open(data, transfers, settings, pairs, clock);
            };
        } catch (FailureException failed) {
            // Its sweeper would go on for ever.
            sessions.close();
            throw failed;
        }
    }

    @Override
    public QueueService queue() {
        return queue;
    }

    @Override
    public Browsers browsers() {
        return browsers;
    }

    @Override
    public RoutePreview routes() {
        return (source, target, policy) ->
                source.server().isLocal() || target.server().isLocal()
                        ? local(source.server(), target.server())
                        : planner.ladder(
                                source,
                                target,
                                policy,
                                memory.of(source.server(), target.server()));
    }

    @Override
    public SiteStore sites() {
        return sites;
    }

    @Override
    public ServerDirectory servers() {
        return servers;
    }

    @Override
    public Passwords passwords() {
        return passwords;
    }

    @Override
    public SiteSecrets secrets() {
        return secrets;
    }

    @Override
    public ServerMemory memory() {
        return memory;
    }

    @Override
    public PairRules rules() {
        return rules;
    }

    @Override
    public void serve(QueueDesk desk) {
        serve((command, arguments) -> {
            if (command.equals(Starts.SHOW_WINDOW)) {
                throw new InstanceException(
                        InstanceException.Kind.FAILED,
                        "“crossdock queue run” is at work on the queue. Wait until it has ended, or"
                                + " stop it; then open the window.");
            }
            return Gateway.answer(desk, command, arguments);
        });
    }

    /// Lets other Crossdocks of this data folder ask something; the first that offers it is asked.
    void serve(InstanceServer.Handler handler) {
        try {
            Optional<InstanceLock> lock = InstanceLock.tryTake(data);
            if (lock.isPresent()) {
                serving.push(lock.get());
                serving.push(InstanceServer.open(lock.get(), handler));
            }
        } catch (IOException failed) {
            LOG.warn("other Crossdocks cannot reach this one", failed);
        }
    }

    /// What the window is made of.
    ///
    /// @param pages opens an address in the browser
    /// @param memory the file with its size and place
    ShellServices forWindow(Consumer<URI> pages, Path memory) {
        Throttle throttle = rate -> limit.set(rate.map(ByteRate::bytesPerSecond).orElse(0L));
        return new ShellServices(
                sites,
                certificates,
                history,
                servers,
                passwords,
                secrets,
                desk,
                this.memory,
                rules,
                settings,
                browsers,
                routes(),
                queue,
                transcript,
                throttle,
                ReleasePlace.ofBuild().map(place -> new Updates(place, updates, Clock.systemUTC())),
                pages,
                memory);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public TlsHistory history() {
        return history;
    }

    @Override
    public KnownCertificates certificates() {
        return certificates;
    }

    /// Stops starting jobs, cancels the running ones, then ends the sessions.
    @Override
    public void close() {
        while (!serving.isEmpty()) {
            try {
                serving.pop().close();
            } catch (IOException failed) {
                LOG.warn("not closed cleanly", failed);
            }
        }
        queue.close();
        transfers.close();
        sessions.close();
    }

    /// What can be done without a second server.
    private static Ladder local(Server source, Server target) {
        var rung = new Ladder.Rung(Route.local(), new Evidence.Untried(), List.of());
        return source.equals(target)
                ? new Ladder(
                        List.of(),
                        List.of(new Ladder.LeftOut(Route.local(), "Both sides are this computer.")))
                : new Ladder(List.of(rung), List.of());
    }

    private static Trust trust(TrustDesk desk) {
        return new Trust() {
            @Override
            public boolean accepts(Server server, Certificate presented) {
                return desk.accepts(server, presented);
            }

            @Override
            public Optional<Failure> refusal(Server server, Certificate presented)
                    throws InterruptedException {
                return desk.decide(server, presented).failure(server);
            }
        };
    }
}
