package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UnreachableException;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
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
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class AddressesTest {

    private final List<ScriptedServer> open = new ArrayList<>();
    private final TestTrust trust = new TestTrust();

    @AfterEach
    void close() throws Exception {
        for (ScriptedServer server : open) {
            server.close();
        }
    }

    @Test
    void whereNobodyListensTheNextAddressIsTried() throws Exception {
        ScriptedServer second = start(Setup.USUAL.at("127.0.0.2"));
        Server server = server(deadAddress(), deadAddress(), addressOf(second));

        try (Session session = connect(server)) {
            assertEquals(server, session.server());
            assertEquals("127.0.0.2", session.facts().peerAddress());
            assertEquals(List.of(), session.list(RemotePath.ROOT).entries());
        }
    }

    private static List<Behaviour> ungreeting() {
        return List.of(Behaviour.drop(), new Behaviour.Reset(), new Behaviour.Ignore());
    }

    @ParameterizedTest
    @MethodSource("ungreeting")
    void whoDoesNotGreetIsPassedOver(Behaviour instead) throws Exception {
        ScriptedServer first = start(Setup.USUAL);
        first.onCommand("CONNECT", instead);
        ScriptedServer second = start(Setup.USUAL);

        connect(server(addressOf(first), addressOf(second))).close();

        assertEquals(1, second.received().size());
    }

    @Test
    void aRefusedLoginIsNotTriedElsewhere() throws Exception {
        ScriptedServer first = start(Setup.USUAL.withPassword("another"));
        ScriptedServer second = start(Setup.USUAL);
        Server server = server(addressOf(first), addressOf(second));

        assertThrows(LoginException.class, () -> connect(server));

        assertEquals(List.of(), second.received());
    }

    @Test
    void aFullServerIsNotTriedElsewhere() throws Exception {
        ScriptedServer first = start(Setup.USUAL);
        first.onCommand("CONNECT", Behaviour.answerAndDrop("421 Too many users."));
        ScriptedServer second = start(Setup.USUAL);
        Server server = server(addressOf(first), addressOf(second));

        assertThrows(RefusedException.class, () -> connect(server));

        assertEquals(List.of(), second.received());
    }

    @Test
    void theCertificateIsAskedAboutAtTheAddressThatShowsIt() throws Exception {
        ScriptedServer second = start(Setup.USUAL);
        var asked = new ArrayList<String>();
        var asking =
                new Trust() {
                    @Override
                    public boolean accepts(Server at, Certificate presented) {
                        return !asked.isEmpty();
                    }

                    @Override
                    public Optional<Failure> refusal(Server at, Certificate presented) {
                        asked.add(at.address());
                        return Optional.empty();
                    }
                };
        var connector =
                new Connector(
                        asking,
                        new TestLogins("secret"),
                        TlsMemory.NONE,
                        _ -> {},
                        TestClient.PATIENT);

        connector.connect(server(deadAddress(), addressOf(second))).close();

        assertEquals(List.of("127.0.0.1:" + second.port()), asked);
    }

    @Test
    void whereNoAddressAnswersAllAreNamed() throws Exception {
        ServerAddress first = deadAddress();
        ServerAddress second = deadAddress();
        Server server = server(first, second);

        IOException thrown = assertThrows(UnreachableException.class, () -> connect(server));

        String words = FailureMapper.map(thrown, server).message();
        assertTrue(words.contains("None of its 2 addresses answers."), words);
        assertTrue(words.contains(first + ": ") && words.contains(second + ": "), words);
    }

    @Test
    void whereAllAreSilentTheServerIsSilent() throws Exception {
        ScriptedServer first = start(Setup.USUAL);
        ScriptedServer second = start(Setup.USUAL);
        open.forEach(server -> server.onCommand("CONNECT", new Behaviour.Ignore()));

        assertThrows(
                SilentException.class, () -> connect(server(addressOf(first), addressOf(second))));
    }

    private Session connect(Server server) throws IOException, InterruptedException {
        return TestClient.of(server, trust, new TestLogins("secret").thenNone())
                .connect(TestClient.HASTY);
    }

    private static Server server(ServerAddress first, ServerAddress... others) {
        return new Server(
                        new SiteId("many"),
                        "many",
                        first.host(),
                        first.port(),
                        TlsMode.EXPLICIT,
                        "tester")
                .with(ServerOptions.USUAL.withAddresses(List.of(others)));
    }

    private static ServerAddress addressOf(ScriptedServer server) {
        return new ServerAddress(server.address().getHostAddress(), server.port());
    }

    /// Nobody listens there any more.
    private static ServerAddress deadAddress() throws IOException {
        try (var taken = new ServerSocket(0)) {
            return new ServerAddress("127.0.0.1", taken.getLocalPort());
        }
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        open.add(server);
        trust.know(server);
        return server;
    }
}
