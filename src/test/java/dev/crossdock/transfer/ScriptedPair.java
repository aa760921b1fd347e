package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueService;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Two servers that misbehave on order, and a queue that sends files between them.
final class ScriptedPair implements AutoCloseable {

    private final Map<Side, ScriptedServer> servers = new EnumMap<>(Side.class);
    private final RunMemory memory = new RunMemory(Clock.systemUTC());
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;
    private volatile ExistsPrompt prompt =
            question -> {
                throw new IllegalStateException("nobody is there to be asked: " + question);
            };

    private final Map<Side, ServerOptions> options = new ConcurrentHashMap<>();
    private volatile FolderRules rules = FolderRules.NONE;

    /// The side with `+proxy` connects, the other listens.
    static ScriptedPair withProxyOn(Side side) throws IOException {
        return new ScriptedPair(side, setup -> setup, setup -> setup);
    }

    ScriptedPair(Side proxy, UnaryOperator<Setup> source, UnaryOperator<Setup> target)
            throws IOException {
        this(proxy, source, target, TestClient.PATIENT);
    }

    ScriptedPair(
            Side proxy,
            UnaryOperator<Setup> source,
            UnaryOperator<Setup> target,
            Deadlines deadlines)
            throws IOException {
        this(
                PairSetup.USUAL
                        .source(setup -> source.apply(setup.with(rule(proxy == Side.SOURCE))))
                        .target(setup -> target.apply(setup.with(rule(proxy == Side.TARGET))))
                        .with(deadlines));
    }

    ScriptedPair(PairSetup setup) throws IOException {
        servers.put(Side.SOURCE, ScriptedServer.start(setup.source()));
        servers.put(Side.TARGET, ScriptedServer.start(setup.target()));
        var trust = new TestTrust();
        servers.values().forEach(trust::know);
        sessions =
                new Sessions(
                        new Connector(
                                trust,
                                new TestLogins("secret"),
                                TlsMemory.NONE,
                                _ -> {},
                                setup.deadlines()),
                        Clock.systemUTC());
        transfers =
                new Transfers(
                        this::find,
                        sessions,
                        new Planner(true),
                        memory,
                        question -> prompt.ask(question),
                        new SpeedLimit(0),
                        (_, _) -> rules,
                        Clock.systemUTC(),
                        new Berths(Clock.systemUTC(), setup.forRoom()),
                        _ -> setup.patience());
        queue = QueueService.temporary(transfers, setup.pairs(), Clock.systemUTC());
    }

    ScriptedServer server(Side side) {
        return Objects.requireNonNull(servers.get(side));
    }

    ScriptedServer source() {
        return server(Side.SOURCE);
    }

    ScriptedServer target() {
        return server(Side.TARGET);
    }

    QueueService queue() {
        return queue;
    }

    /// Carries a job out beside the queue.
    JobRunner runner() {
        return transfers;
    }

    /// What was learned of the two.
    Experience experience() {
        return memory.of(named(Side.SOURCE), named(Side.TARGET));
    }

    /// Has jobs talk to this server in another way.
    void options(Side side, ServerOptions other) {
        options.put(side, other);
    }

    void rules(FolderRules other) {
        rules = other;
    }

    void prompt(ExistsPrompt other) {
        prompt = other;
    }

    static JobSpec file(String from, String to, ExistsRule rule) {
        return file(from, to, TransferPolicy.secure(rule));
    }

    static JobSpec file(String from, String to, TransferPolicy policy) {
        return JobSpec.file(
                site(Side.SOURCE),
                RemotePath.of(from),
                site(Side.TARGET),
                RemotePath.of(to),
                OptionalLong.empty(),
                policy);
    }

    static JobSpec folder(String from, String to, ExistsRule rule) {
        return folder(from, to, TransferPolicy.secure(rule));
    }

    static JobSpec folder(String from, String to, TransferPolicy policy) {
        return JobSpec.folder(
                site(Side.SOURCE),
                RemotePath.of(from),
                site(Side.TARGET),
                RemotePath.of(to),
                policy);
    }

    Outcome copy(String from, String to) throws InterruptedException {
        return copy(from, to, ExistsRule.FAIL);
    }

    Outcome copy(String from, String to, ExistsRule rule) throws InterruptedException {
        return outcome(start(file(from, to, rule)));
    }

    Outcome copy(String from, String to, TransferPolicy policy) throws InterruptedException {
        return outcome(start(file(from, to, policy)));
    }

    Failure failure(String from, String to, ExistsRule rule) throws InterruptedException {
        return failure(copy(from, to, rule));
    }

    static Failure failure(Outcome outcome) {
        if (outcome instanceof Outcome.Failed(var failure)) {
            return failure;
        }
        throw new AssertionError("not a failure: " + outcome);
    }

    JobId start(JobSpec spec) {
        return queue.add(List.of(spec)).getFirst();
    }

    /// Waits for the end of all jobs.
    Outcome outcome(JobId id) throws InterruptedException {
        queue.awaitIdle();
        return job(id).outcome().orElseThrow();
    }

    /// How a job ends whose first program was killed.
    ///
    /// @param queues folder for the files of the queues
    Outcome afterKill(Path queues, JobSpec spec, Optional<Begun> begun)
            throws IOException, InterruptedException {
        return KilledQueue.goOn(queues, spec, begun, transfers);
    }

    Outcome retry(JobId id) throws InterruptedException {
        queue.retry(List.of(id));
        return outcome(id);
    }

    /// Cancels and says how long the end took.
    Duration cancel(JobId id) throws InterruptedException {
        long start = System.nanoTime();
        queue.cancel(List.of(id));
        queue.awaitIdle();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    JobView job(JobId id) {
        QueueChanges all = queue.changesSince(0);
        return Stream.concat(all.running().stream(), all.changed().stream())
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Outcome> outcomes() {
        return queue.changesSince(0).changed().stream()
                .map(JobView::outcome)
                .map(Optional::orElseThrow)
                .toList();
    }

    /// Waits until the server was told this.
    void awaitCommand(Side side, String line) {
        await().until(() -> server(side).commands().contains(line));
    }

    /// Ends our side first; then no server may have a connection of ours left.
    @Override
    public void close() throws IOException {
        queue.close();
        transfers.close();
        sessions.close();
        for (ScriptedServer server : servers.values()) {
            await().until(() -> server.openConnections() == 0);
        }
        for (ScriptedServer server : servers.values()) {
            server.close();
        }
    }

    private static ProxyRule rule(boolean proxy) {
        return proxy ? ProxyRule.OTHER_ADDRESS : ProxyRule.NONE;
    }

    private Server named(Side side) {
        return TestClient.server(server(side), side.word())
                .with(options.getOrDefault(side, ServerOptions.USUAL));
    }

    private static SiteId site(Side side) {
        return new SiteId(side.word());
    }

    private Optional<Server> find(SiteId id) {
        return servers.entrySet().stream()
                .filter(each -> site(each.getKey()).equals(id))
                .map(each -> named(each.getKey()))
                .findFirst();
    }
}
