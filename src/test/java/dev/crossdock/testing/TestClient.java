package dev.crossdock.testing;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TranscriptLine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// All that is needed to log in on one server, and what was asked and noted meanwhile.
public final class TestClient {

    /// Long enough for a busy machine.
    public static final Deadlines PATIENT = deadlines(Duration.ofSeconds(20));

    /// For servers that stay silent.
    public static final Deadlines HASTY =
            new Deadlines(
                    Duration.ofSeconds(20),
                    Duration.ofMillis(700),
                    Duration.ofMillis(700),
                    Duration.ofMillis(700));

    private final Server server;
    private final TestTrust trust;
    private final TestLogins logins;
    private final List<TranscriptLine> transcript = new CopyOnWriteArrayList<>();

    private TestClient(Server server, TestTrust trust, TestLogins logins) {
        this.server = server;
        this.trust = trust;
        this.logins = logins;
    }

    /// Knows certificate and password.
    public static TestClient of(ScriptedServer server) {
        return of(server, new TestTrust().know(server));
    }

    public static TestClient of(ScriptedServer server, TestTrust trust) {
        return of(server, trust, new TestLogins(server.setup().password()));
    }

    public static TestClient of(ScriptedServer server, TestTrust trust, TestLogins logins) {
        return new TestClient(server(server, "scripted"), trust, logins);
    }

    public static TestClient of(Server server, TestTrust trust, TestLogins logins) {
        return new TestClient(server, trust, logins);
    }

    /// The server under this name, by its address.
    public static Server server(ScriptedServer server, String name) {
        return new Server(
                new SiteId(name),
                name,
                server.address().getHostAddress(),
                server.port(),
                server.setup().tls(),
                server.setup().user());
    }

    /// Calls it what it is not.
    public TestClient with(TlsMode mode) {
        return new TestClient(
                new Server(
                        server.id(),
                        server.name(),
                        server.host(),
                        server.port(),
                        mode,
                        server.user()),
                trust,
                logins);
    }

    /// Talks to it in this way.
    public TestClient with(ServerOptions options) {
        return new TestClient(server.with(options), trust, logins);
    }

    public Server server() {
        return server;
    }

    public Connector connector(Deadlines deadlines) {
        return new Connector(trust, logins, TlsMemory.NONE, transcript::add, deadlines);
    }

    public Session connect() throws IOException, InterruptedException {
        return connect(PATIENT);
    }

    public Session connect(Deadlines deadlines) throws IOException, InterruptedException {
        return connector(deadlines).connect(server);
    }

    public TestTrust trust() {
        return trust;
    }

    public TestLogins logins() {
        return logins;
    }

    /// The texts of the transcript.
    public List<String> transcript() {
        return transcript.stream().map(TranscriptLine::text).toList();
    }

    private static Deadlines deadlines(Duration all) {
        return new Deadlines(all, all, all, all);
    }
}
