package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.fxp.Planner;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.ExistsPrompt;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A server that misbehaves on order, a folder of this computer, and a queue between the two.
final class ScriptedLocal implements AutoCloseable {

    private static final SiteId SERVER = new SiteId("server");

    private final ScriptedServer server;
    private final Path folder;
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;
    private final SpeedLimit limit = new SpeedLimit(0);
    private volatile ExistsPrompt prompt =
            question -> {
                throw new IllegalStateException("nobody is there to be asked: " + question);
            };

    ScriptedLocal(Path folder) throws IOException {
        this(folder, Setup.USUAL, TestClient.PATIENT);
    }

    ScriptedLocal(Path folder, Setup setup, Deadlines deadlines) throws IOException {
        this.folder = folder;
        server = ScriptedServer.start(setup);
        sessions =
                new Sessions(
                        new Connector(
                                new TestTrust().know(server),
                                new TestLogins("secret"),
                                TlsMemory.NONE,
                                _ -> {},
                                deadlines),
                        Clock.systemUTC());
        transfers =
                new Transfers(
                        id ->
                                id.equals(SERVER)
                                        ? Optional.of(TestClient.server(server, "server"))
                                        : Optional.empty(),
                        sessions,
                        new Planner(true),
                        new RunMemory(Clock.systemUTC()),
                        question -> prompt.ask(question),
                        limit,
                        (_, _) -> FolderRules.NONE,
                        Clock.systemUTC());
        queue = QueueService.temporary(transfers, 2, Clock.systemUTC());
    }

    ScriptedServer server() {
        return server;
    }

    SpeedLimit limit() {
        return limit;
    }

    void prompt(ExistsPrompt other) {
        prompt = other;
    }

    RemotePath local(String name) {
        return LocalPaths.HERE.read(folder).orElseThrow().resolve(name);
    }

    JobSpec download(JobSpec.Kind kind, String from, String name, ExistsRule rule) {
        return download(kind, from, name, TransferPolicy.secure(rule));
    }

    JobSpec download(JobSpec.Kind kind, String from, String name, TransferPolicy policy) {
        return new JobSpec(
                kind,
                SERVER,
                RemotePath.of(from),
                SiteId.LOCAL,
                local(name),
                OptionalLong.empty(),
                false,
                policy);
    }

    JobSpec upload(JobSpec.Kind kind, String name, String to, ExistsRule rule) {
        return upload(kind, name, to, TransferPolicy.secure(rule));
    }

    JobSpec upload(JobSpec.Kind kind, String name, String to, TransferPolicy policy) {
        return new JobSpec(
                kind,
                SiteId.LOCAL,
                local(name),
                SERVER,
                RemotePath.of(to),
                OptionalLong.empty(),
                false,
                policy);
    }

    Outcome download(String from, String name, ExistsRule rule) throws InterruptedException {
        return outcome(start(download(JobSpec.Kind.FILE, from, name, rule)));
    }

    Outcome upload(String name, String to, ExistsRule rule) throws InterruptedException {
        return outcome(start(upload(JobSpec.Kind.FILE, name, to, rule)));
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

    @Override
    public void close() throws IOException {
        queue.close();
        transfers.close();
        sessions.close();
        await().until(() -> server.openConnections() == 0);
        server.close();
    }
}
