package dev.crossdock.servers;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueService;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;
import dev.crossdock.transfer.RunMemory;
import dev.crossdock.transfer.SpeedLimit;
import dev.crossdock.transfer.Transfers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// A source and a target of each kind that can run here, and a queue that sends files between them.
final class ServerFleet implements AutoCloseable {

    private final Map<Side, Map<ServerKind, RealServer>> servers = new EnumMap<>(Side.class);
    private final List<String> transcript = new ArrayList<>();
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;
    private int files;

    /// @param change how each server is to run
    ServerFleet(Path folder, BiFunction<ServerKind, Launch, Launch> change) throws IOException {
        var trust = new TestTrust();
        for (Side side : Side.values()) {
            servers.put(side, new EnumMap<>(ServerKind.class));
        }
        try {
            for (Side side : Side.values()) {
                for (ServerKind kind : ServerKind.values()) {
                    if (kind.whyNot().isEmpty()) {
                        RealServer server =
                                kind.start(change.apply(kind, launch(folder, side, kind)));
                        fleet(side).put(kind, server);
                        trust.know(server.certificateSha256());
                    }
                }
            }
        } catch (IOException | RuntimeException failed) {
            closeServers();
            throw failed;
        }
        sessions =
                new Sessions(
                        new Connector(
                                trust,
                                new TestLogins(RealServer.PASSWORD),
                                TlsMemory.NONE,
                                line -> note(line.toString()),
                                Deadlines.USUAL),
                        Clock.systemUTC());
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
        queue = QueueService.temporary(transfers, 1, Clock.systemUTC());
    }

    RealServer server(Side side, ServerKind kind) {
        return Objects.requireNonNull(fleet(side).get(kind), kind.label());
    }

    /// Sends a file of this content under a new name.
    Crossing send(ServerKind from, ServerKind to, byte[] content, TransferPolicy policy)
            throws IOException, InterruptedException {
        RealServer source = server(Side.SOURCE, from);
        RealServer target = server(Side.TARGET, to);
        files++;
        String name = "file-" + files + ".bin";
        source.put("from/" + name, content);
        target.folder("to");
        JobSpec spec =
                JobSpec.file(
                        site(Side.SOURCE, from),
                        source.path("from/" + name),
                        site(Side.TARGET, to),
                        target.path("to/" + name),
                        OptionalLong.empty(),
                        policy);
        forgetTranscript();
        Outcome outcome = run(spec);
        Path arrived = target.files().resolve("to/" + name);
        return new Crossing(
                from,
                to,
                outcome,
                Files.exists(arrived) ? Optional.of(Files.readAllBytes(arrived)) : Optional.empty(),
                String.join("\n", transcript()));
    }

    @Override
    public void close() throws IOException {
        queue.close();
        transfers.close();
        sessions.close();
        closeServers();
    }

    private Outcome run(JobSpec spec) throws InterruptedException {
        var id = queue.add(List.of(spec)).getFirst();
        queue.awaitIdle();
        return queue.changesSince(0).changed().stream()
                .filter(job -> job.id().equals(id))
                .map(JobView::outcome)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }

    private synchronized void note(String line) {
        transcript.add(line);
    }

    private synchronized List<String> transcript() {
        return List.copyOf(transcript);
    }

    private synchronized void forgetTranscript() {
        transcript.clear();
    }

    private void closeServers() throws IOException {
        for (Map<ServerKind, RealServer> fleet : servers.values()) {
            for (RealServer server : fleet.values()) {
                server.close();
            }
        }
    }

    private Map<ServerKind, RealServer> fleet(Side side) {
        return Objects.requireNonNull(servers.get(side));
    }

    private Optional<Server> find(SiteId id) {
        for (Side side : Side.values()) {
            for (RealServer each : fleet(side).values()) {
                if (site(side, each.kind()).equals(id)) {
                    Server server = each.server();
                    return Optional.of(
                            new Server(
                                    id,
                                    side.word() + " " + each.kind().label(),
                                    server.host(),
                                    server.port(),
                                    server.tls(),
                                    server.user()));
                }
            }
        }
        return Optional.empty();
    }

    private static SiteId site(Side side, ServerKind kind) {
        return new SiteId(side.word() + "-" + kind.name());
    }

    private static Launch launch(Path folder, Side side, ServerKind kind) {
        int net = side == Side.SOURCE ? 7 : 8;
        int host = List.of(ServerKind.values()).indexOf(kind) + 1;
        String address = "127.0.%d.%d".formatted(net, host);
        return Launch.at(address, folder.resolve(side.word() + "-" + kind.name()));
    }
}
