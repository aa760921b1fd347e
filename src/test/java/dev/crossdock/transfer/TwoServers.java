package dev.crossdock.transfer;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoServerConfig;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.ftp.Trust;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueService;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Two embedded servers on two loopback addresses, and a queue that sends files between them.
final class TwoServers implements AutoCloseable {

    private static final String SECRET = "secret";

    private final Map<Side, DemoServer> servers = new EnumMap<>(Side.class);
    private final Map<Side, Path> roots = new EnumMap<>(Side.class);
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;

    TwoServers(Path folder, ProxyRule source, ProxyRule target) throws IOException {
        this(folder, source, target, DemoServerConfig.TLS_PROTOCOLS);
    }

    TwoServers(Path folder, ProxyRule source, ProxyRule target, List<String> tls)
            throws IOException {
        start(folder, Side.SOURCE, "127.0.0.21", source, tls);
        start(folder, Side.TARGET, "127.0.0.22", target, tls);
        var connector =
                new Connector(
                        new ThoseTwo(),
                        (_, _, _) -> Optional.of(SECRET.toCharArray()),
                        TlsMemory.NONE,
                        _ -> {},
                        Deadlines.USUAL);
        sessions = new Sessions(connector, Clock.systemUTC());
        ExistsPrompt nobody =
                question -> {
                    throw new IllegalStateException("nobody is there to be asked: " + question);
                };
        transfers =
                new Transfers(
                        this::find,
                        sessions,
                        new Planner(true),
                        new RunMemory(Clock.systemUTC()),
                        nobody,
                        new SpeedLimit(0),
                        (_, _) -> FolderRules.NONE,
                        Clock.systemUTC());
        queue = QueueService.temporary(transfers, 2, Clock.systemUTC());
    }

    DemoServer server(Side side) {
        return Objects.requireNonNull(servers.get(side));
    }

    Path root(Side side) {
        return Objects.requireNonNull(roots.get(side));
    }

    Outcome copy(String from, String to, ExistsRule rule) throws InterruptedException {
        JobSpec spec =
                JobSpec.file(
                        site(Side.SOURCE),
                        RemotePath.of(from),
                        site(Side.TARGET),
                        RemotePath.of(to),
                        OptionalLong.empty(),
                        TransferPolicy.secure(rule));
        return run(spec).getFirst();
    }

    List<Outcome> copyFolder(String from, String to) throws InterruptedException {
        return run(
                JobSpec.folder(
                        site(Side.SOURCE),
                        RemotePath.of(from),
                        site(Side.TARGET),
                        RemotePath.of(to),
                        TransferPolicy.secure(ExistsRule.FAIL)));
    }

    @Override
    public void close() {
        queue.close();
        transfers.close();
        sessions.close();
        servers.values().forEach(DemoServer::close);
    }

    private List<Outcome> run(JobSpec spec) throws InterruptedException {
        long before = queue.changesSince(0).version();
        queue.add(List.of(spec));
        queue.awaitIdle();
        return queue.changesSince(before).changed().stream()
                .map(JobView::outcome)
                .map(Optional::orElseThrow)
                .toList();
    }

    private void start(Path folder, Side side, String address, ProxyRule rule, List<String> tls)
            throws IOException {
        Path root = Files.createDirectories(folder.resolve(side.word()));
        roots.put(side, root);
        var config =
                new DemoServerConfig(
                        side.word(),
                        InetAddress.ofLiteral(address),
                        0,
                        rule,
                        root,
                        "tester",
                        SECRET);
        servers.put(side, DemoServer.start(config.withTlsProtocols(tls)));
    }

    private static SiteId site(Side side) {
        return new SiteId(side.word());
    }

    private Optional<Server> find(SiteId id) {
        return servers.entrySet().stream()
                .filter(each -> site(each.getKey()).equals(id))
                .map(Map.Entry::getValue)
                .map(demo ->
                        new Server(
                                id,
                                demo.name(),
                                demo.address().getHostAddress(),
                                demo.port(),
                                demo.tls(),
                                demo.user()))
                .findFirst();
    }

    /// Trusts the certificates of the two servers and no other.
    private final class ThoseTwo implements Trust {

        @Override
        public boolean accepts(Server server, Certificate presented) {
            return servers.values().stream()
                    .anyMatch(demo -> demo.certificateSha256().equals(presented.sha256()));
        }

        @Override
        public Optional<Failure> refusal(Server server, Certificate presented) {
            throw new IllegalStateException("a certificate that nobody made: " + presented);
        }
    }
}
