package dev.crossdock.cli;

import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.RoutePreview;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TlsHistory;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A core over [FakeServer]s, with a real queue.
final class FakeCores implements Cores {

    static final Ladder.LeftOut NO_SSCN =
            new Ladder.LeftOut(
                    Route.between(Method.SSCN, Side.SOURCE, Side.TARGET),
                    "Neither server says SSCN.");
    static final Ladder OPEN =
            new Ladder(
                    List.of(new Ladder.Rung(FakeRunner.PROXY, new Evidence.Untried(), List.of())),
                    List.of(NO_SSCN));
    static final Ladder SHUT = new Ladder(List.of(), List.of(NO_SSCN));

    final Map<String, FakeServer> servers = new HashMap<>();
    final List<CoreOptions> opened = new ArrayList<>();
    final SiteStore sites;
    final ServerMemory memory;
    final PairRules rules;
    final KnownCertificates certificates;
    final TlsHistory history;
    final Settings settings;
    volatile SiteSecrets secrets;
    final FakeRunner runner = new FakeRunner(this::bySite);
    RoutePreview routes = (_, _, _) -> OPEN;
    @Nullable Failure atOpening;
    int closed;
    volatile Optional<QueueDesk> served = Optional.empty();
    volatile Passwords passwords = new Passwords();
    private final Path data;
    private @Nullable ServerDirectory directory;

    FakeCores(Path data, SiteStore sites, ServerMemory memory, PairRules rules) {
        this.data = data;
        this.sites = sites;
        this.memory = memory;
        this.rules = rules;
        this.certificates = new KnownCertificates(data.resolve("certificates.json"));
        this.history = new TlsHistory(data.resolve("protected.json"), sites, Clock.systemUTC());
        this.secrets = secrets();
        this.settings = new Settings(data.resolve("settings.json"));
    }

    FakeServer server(String host) {
        return servers.computeIfAbsent(host, FakeServer::new);
    }

    @Override
    public Core open(CoreOptions options) throws FailureException {
        opened.add(options);
        if (atOpening != null) {
            throw new FailureException(atOpening);
        }
        var passwords = new Passwords();
        this.passwords = passwords;
        var secrets = secrets();
        this.secrets = secrets;
        var desk = new PasswordDesk(passwords, secrets, options.prompts());
        var known = new ServerDirectory(sites, data.resolve("unsaved.json"));
        directory = known;
        QueueService queue = queue(options);
        return new Core() {
            @Override
            public QueueService queue() {
                return queue;
            }

            @Override
            public Browsers browsers() {
                return server -> new FakeBrowser(byHost(server), server, desk, options.prompts());
            }

            @Override
            public RoutePreview routes() {
                return routes;
            }

            @Override
            public SiteStore sites() {
                return sites;
            }

            @Override
            public ServerDirectory servers() {
                return known;
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
            public KnownCertificates certificates() {
                return certificates;
            }

            @Override
            public TlsHistory history() {
                return history;
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
            public Settings settings() {
                return settings;
            }

            @Override
            public void serve(QueueDesk desk) {
                served = Optional.of(desk);
            }

            @Override
            public void close() {
                queue.close();
                closed++;
            }
        };
    }

    /// As another program opens it: locked.
    private SiteSecrets secrets() {
        return new SiteSecrets(
                new Vault(
                        data.resolve("vault.json"), Clock.systemUTC(), new Argon2Cost(1024, 1, 1)));
    }

    private QueueService queue(CoreOptions options) throws FailureException {
        if (options.queue() == CoreOptions.QueueUse.TEMPORARY) {
            return QueueService.temporary(runner, options.pairs(), Clock.systemUTC());
        }
        try {
            QueueRules rules = QueueRules.plain(options.pairs());
            return new QueueService(
                    JobFile.open(data, Clock.systemUTC()), runner, () -> rules, Clock.systemUTC());
        } catch (JobFile.InUseException inUse) {
            throw new FailureException(
                    FakeRunner.failed(Failure.Kind.LOCAL_DISK, "", "The queue is in use.", "Wait.")
                            .failure(),
                    inUse);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private FakeServer byHost(Server server) {
        FakeServer fake = servers.get(server.host());
        if (fake == null) {
            throw new AssertionError("no test server called " + server.host());
        }
        return fake;
    }

    private FakeServer bySite(SiteId id) {
        if (directory == null) {
            throw new AssertionError("nothing is open");
        }
        return byHost(directory.find(id).orElseThrow());
    }
}
