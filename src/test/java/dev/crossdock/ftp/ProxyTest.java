package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Failure;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.LostException;
import dev.crossdock.net.Roots;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedProxy;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class ProxyTest {

    private static final RemotePath FILE = RemotePath.of("/file");
    private static final byte[] BYTES = "one two three".getBytes(StandardCharsets.UTF_8);

    private static final Deadlines SOON =
            new Deadlines(
                    Duration.ofSeconds(1),
                    TestClient.PATIENT.reply(),
                    TestClient.PATIENT.login(),
                    TestClient.PATIENT.idle());

    private final List<AutoCloseable> open = new ArrayList<>();
    private final TestTrust trust = new TestTrust();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SOCKS5, EXPLICIT, ''",
        "SOCKS5, IMPLICIT, bob",
        "HTTP_CONNECT, EXPLICIT, bob",
        "HTTP_CONNECT, CLEAR, ''"
    })
    void everyConnectionGoesThroughTheProxyWhichLooksUpTheName(
            ProxyServer.Kind kind, TlsMode mode, String user) throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(mode));
        ScriptedProxy proxy =
                keep(new ScriptedProxy(kind, user, "geheim"))
                        .know("ftp.test", Setup.USUAL.address());
        var logins = user.isEmpty() ? logins("secret") : logins("geheim", "secret");
        Session session = keep(connect(site(server, "ftp.test", proxy.as(user)), logins));

        try (Outgoing outgoing = session.store(FILE, 0)) {
            outgoing.out().write(BYTES);
            outgoing.finish();
        }
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());

        assertArrayEquals(BYTES, server.files().content(FILE.value()));
        assertEquals(3, proxy.targets().size());
        assertEquals("ftp.test:" + server.port(), proxy.targets().getFirst());
        assertTrue(
                proxy.targets().stream().allMatch(target -> target.startsWith("ftp.test:")),
                proxy.targets().toString());
    }

    @ParameterizedTest
    @EnumSource
    void anotherPasswordIsAskedForWhereTheProxyDoesNotTakeIt(ProxyServer.Kind kind)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "bob", "geheim"));
        var logins = logins("wrong", "secret", "geheim");
        TestClient client = client(site(server, "127.0.0.1", proxy.as("bob")), logins);

        keep(client.connect());

        assertEquals(
                List.of(SecretKind.PROXY, SecretKind.PASSWORD, SecretKind.PROXY), logins.kinds());
        assertEquals(List.of(false, false, true), logins.asked());
        assertFalse(String.join("\n", client.transcript()).contains("geheim"));
    }

    @Test
    void wrongPasswordsOfTheProxyLeaveAsManyTriesForTheServers() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(ProxyServer.Kind.SOCKS5, "bob", "geheim"));
        var logins = logins("p1", "s1", "p2", "p3", "geheim", "s2", "s3", "secret");

        keep(connect(site(server, "127.0.0.1", proxy.as("bob")), logins));

        assertEquals(List.of(false, false, true, true, true, true, true, true), logins.asked());
    }

    @ParameterizedTest
    @EnumSource
    void aLongPasswordReachesTheProxy(ProxyServer.Kind kind) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        String password = "ü".repeat(kind == ProxyServer.Kind.HTTP_CONNECT ? 10_000 : 127);
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "bob", password));

        keep(connect(site(server, "127.0.0.1", proxy.as("bob")), logins(password, "secret")));

        assertEquals(1, proxy.targets().size());
    }

    @ParameterizedTest
    @EnumSource
    void aLostControlConnectionForgetsTheProxysPassword(ProxyServer.Kind kind) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "bob", "geheim"));
        Server site = site(server, "127.0.0.1", proxy.as("bob"));
        var tools =
                new Tools(trust, new TlsVersions(TlsMemory.NONE), Roots.here(), TestClient.PATIENT);
        try (var secrets = new Secrets(site, logins("geheim", "secret"))) {
            secrets.fetch();
            ControlConnection control =
                    keep(
                            ControlConnection.open(
                                    site, site, tools, secrets, new Scribe(site, 1, _ -> {})));
            server.dropConnections();
            assertThrows(LostException.class, () -> control.receive(TestClient.PATIENT.reply()));

            var here = new HostPort(server.address(), server.port());
            assertThrows(
                    LostException.class,
                    () -> control.dialData(here, TestClient.PATIENT.connect()).close());
            assertEquals(1, proxy.targets().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SOCKS5       | bob | LOGIN | did not accept the login of bob
                    SOCKS5       | ''  | LOGIN | wants a user name and a password
                    HTTP_CONNECT | bob | LOGIN | did not accept the login of bob: 407 Who are you
                    HTTP_CONNECT | ''  | LOGIN | wants a user name and a password: 407 Who are you
                    """)
    void aLoginThatTheProxyRefusesIsTheReason(
            ProxyServer.Kind kind, String user, Failure.Kind failed, String words)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "bob", "geheim"));
        var logins = new TestLogins("wrong", "secret").thenNone();
        Server site = site(server, "127.0.0.1", proxy.as(user));

        Failure failure = failure(site, logins);

        assertEquals(failed, failure.kind());
        assertTrue(failure.message().contains(words), failure.message());
        assertTrue(
                failure.message().contains(proxy.as("").address().toString()), failure.message());
        assertEquals(List.of(), server.received());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SOCKS5       | was refused by the server's port
                    HTTP_CONNECT | cannot reach the server: 502 Bad Gateway
                    """)
    void aServerThatTheProxyCannotReachIsUnreachableAndTheNextIsTried(
            ProxyServer.Kind kind, String words) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "", ""));
        Server dead =
                new Server(
                                new SiteId("dead"),
                                "dead",
                                "127.0.0.1",
                                unusedPort(),
                                TlsMode.EXPLICIT,
                                "tester")
                        .with(ServerOptions.USUAL.withProxy(Optional.of(proxy.as(""))));

        Failure failure = failure(dead, logins("secret"));

        assertEquals(Failure.Kind.UNREACHABLE, failure.kind());
        assertTrue(failure.message().contains(words), failure.message());
        var other = new ServerAddress("127.0.0.1", server.port());
        keep(connect(dead.with(dead.options().withAddresses(List.of(other))), logins("secret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SOCKS5       | HTTP/1.1 400 Bad\\r\\n\\r\\n       | does not answer as a SOCKS 5 proxy should
                    SOCKS5       | \\5\\0\\5\\2\\0\\1                | does not allow this connection
                    SOCKS5       | \\5\\0\\5\\0\\0\\7                | does not answer as a SOCKS 5 proxy should
                    SOCKS5       | \\5                               | does not answer within
                    HTTP_CONNECT | 220 Hello\\r\\n\\r\\n             | does not answer as an HTTP proxy should
                    HTTP_CONNECT | HTTP/1.1 403 No \\33[1m\\r\\n\\r\\n | does not make this connection: 403 No ?[1m
                    HTTP_CONNECT | endless                           | gives an answer that does not end
                    HTTP_CONNECT | HTTP/1.1 200                      | does not answer within
                    """)
    void whatAProxyMaySayIsUnderstoodOrBounded(
            ProxyServer.Kind kind, String characters, String words) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        String said =
                characters.equals("endless")
                        ? "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_000)
                        : characters.strip().translateEscapes();
        ScriptedProxy proxy = keep(new ScriptedProxy(kind, "", "").saying(said));
        Server site = site(server, "127.0.0.1", proxy.as(""));

        IOException thrown =
                assertThrows(IOException.class, () -> client(site, logins("secret")).connect(SOON));

        Failure failure = FailureMapper.map(thrown, site);
        assertTrue(failure.message().contains(words), failure.message());
        assertEquals(Failure.Kind.UNREACHABLE, failure.kind());
        assertEquals(List.of(), server.received());
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var nobody =
                new ProxyServer(
                        ProxyServer.Kind.SOCKS5, new ServerAddress("127.0.0.1", unusedPort()), "");

        Failure failure = failure(site(server, "127.0.0.1", nobody), logins("secret"));

        assertTrue(
                failure.message()
                        .startsWith(
                                "site cannot be reached. The proxy "
                                        + nobody.address()
                                        + " cannot be reached."),
                failure.message());
    }

    @Test
    void activeModeDoesNotGoThroughAProxy() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy = keep(new ScriptedProxy(ProxyServer.Kind.SOCKS5, "", ""));
        Server site = site(server, "127.0.0.1", proxy.as(""));
        Server active =
                site.with(site.options().with(new DataRules(true, Optional.empty(), List.of())));

        Failure failure = failure(active, logins("secret"));

        assertEquals("Turn off active mode or the proxy in the site's settings.", failure.advice());
        assertEquals(List.of(), proxy.targets());
    }

    @Test
    void anotherServerIsNotSentToAnAddressThatNobodyKnows() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedProxy proxy =
                keep(new ScriptedProxy(ProxyServer.Kind.SOCKS5, "", ""))
                        .know("ftp.test", Setup.USUAL.address());
        Server site = site(server, "ftp.test", proxy.as(""));
        var answer = new Reply(227, "Passive (192,0,2,9,19,136)");
        Session hidden = keep(connect(site, logins("secret")));

        assertThrows(HiddenAddressException.class, () -> hidden.placeIn(answer));

        var rules = new DataRules(false, Optional.empty(), List.of("192.0.2.9"));
        Session allowed = keep(connect(site.with(site.options().with(rules)), logins("secret")));
        assertEquals("192.0.2.9 port 5000", allowed.placeIn(answer).toString());
    }

    private static Server site(ScriptedServer server, String host, ProxyServer proxy) {
        return new Server(
                        new SiteId("site"),
                        "site",
                        host,
                        server.port(),
                        server.setup().tls(),
                        "tester")
                .with(ServerOptions.USUAL.withProxy(Optional.of(proxy)));
    }

    private Failure failure(Server site, TestLogins logins) {
        IOException thrown = assertThrows(IOException.class, () -> connect(site, logins));
        return FailureMapper.map(thrown, site);
    }

    private Session connect(Server site, TestLogins logins)
            throws IOException, InterruptedException {
        return client(site, logins).connect();
    }

    private TestClient client(Server site, TestLogins logins) {
        return TestClient.of(site, trust, logins);
    }

    private static TestLogins logins(String... secrets) {
        return new TestLogins(secrets);
    }

    private static int unusedPort() throws IOException {
        try (var taken = new ServerSocket(0)) {
            return taken.getLocalPort();
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = keep(ScriptedServer.start(setup));
        trust.know(server);
        return server;
    }
}
