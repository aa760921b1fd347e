package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.model.DataRules;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class ActiveTest {

    private static final RemotePath FILE = RemotePath.of("/file");
    private static final byte[] BYTES = "one two three".getBytes(StandardCharsets.UTF_8);
    private static final ServerOptions ACTIVE =
            ServerOptions.USUAL.with(new DataRules(true, Optional.empty(), List.of()));

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPLICIT, EPSV, TLSv1.3",
        "EXPLICIT, LATE_150, TLSv1.3",
        "EXPLICIT, TLS_THEN_150, TLSv1.3",
        "EXPLICIT, DEMANDS_REUSE, TLSv1.2",
        "CLEAR, EPSV, TLSv1.3",
        "CLEAR, LATE_150, TLSv1.3"
    })
    void theServerConnectsToUsForEverything(TlsMode mode, Skill skill, String protocol)
            throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.with(mode).with(skill).withTlsProtocols(protocol));
        Session session = keep(TestClient.of(server).with(ACTIVE).connect());

        for (int i = 0; i < 2; i++) {
            upload(session);
            assertEquals(1, session.list(RemotePath.ROOT).entries().size());
            assertArrayEquals(BYTES, download(session));
        }

        assertEquals(6, server.dataConnections().size());
        for (DataConnection connection : server.dataConnections()) {
            assertEquals(DataConnection.Role.ACTIVE, connection.role());
            assertEquals(mode.isEncrypted(), connection.secure());
            assertFalse(connection.tlsClient());
        }
        assertFalse(server.commands().stream().anyMatch(line -> line.matches("(PASV|EPSV).*")));
    }

    @Test
    void aReservedPortIsNoneAndTheTransferGoesOn() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file(FILE.value(), BYTES);
        Session session = keep(TestClient.of(server).with(ACTIVE).connect());

        Reservation reserved = session.reserveRetrieve(FILE);
        try (Incoming incoming = session.startRetrieve(FILE, 4, reserved)) {
            incoming.open();
            assertEquals(
                    "two three", new String(incoming.in().readAllBytes(), StandardCharsets.UTF_8));
            incoming.finish();
        }
    }

    @Test
    void theServerIsToldTheAddressOfTheSite() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PORT", Behaviour.answer("500 Illegal PORT command"));
        var rules = new DataRules(true, Optional.of("192.0.2.7"), List.of());
        TestClient client = TestClient.of(server).with(ServerOptions.USUAL.with(rules));
        Session session = keep(client.connect());

        IOException thrown =
                assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));

        assertTrue(
                server.commands().stream().anyMatch(line -> line.startsWith("PORT 192,0,2,7,")),
                server.commands().toString());
        Failure failure = FailureMapper.map(thrown, client.server());
        assertTrue(failure.advice().startsWith("Turn off active mode"), failure.words());
        assertFalse(session.isBroken());
    }

    @Test
    void aStrangerWhoConnectsIsSentAway() throws Exception {
        ScriptedServer server = start(Setup.USUAL.at("127.0.0.2"));
        var strangers = new ArrayList<Integer>();
        server.onCommand(
                "PORT",
                new Behaviour.Reword(reply -> {
                    strangers.add(strangerAt(server.commands().getLast()));
                    return reply;
                }));
        Session session = keep(TestClient.of(server).with(ACTIVE).connect());

        upload(session);

        assertArrayEquals(BYTES, server.files().content(FILE.value()));
        assertEquals(1, strangers.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"EXPLICIT", "CLEAR"})
    void aServerThatDoesNotConnectIsGivenUp(TlsMode mode) throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(mode));
        server.onCommand("MLSD", Behaviour.onData(new DataFault.NoConnection()));
        Duration ample = TestClient.PATIENT.reply();
        TestClient client = TestClient.of(server).with(ACTIVE);
        Session session =
                keep(client.connect(new Deadlines(Duration.ofSeconds(2), ample, ample, ample)));

        IOException thrown = assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));

        assertTrue(
                thrown instanceof DataConnectionException || thrown instanceof RefusedException,
                thrown.toString());
    }

    @Test
    void whatTheServerSaysOfAConnectionItCannotMakeIsHeard() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.answer("425 Cannot open data connection."));
        Session session = keep(TestClient.of(server).with(ACTIVE).connect());

        assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));
        assertFalse(session.isBroken());
    }

    @Test
    void anAllowedForeignAddressIsTakenAsAnnounced() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var rules = new DataRules(false, Optional.empty(), List.of("192.0.2.9", "127.0.0.9"));
        Session session =
                keep(TestClient.of(server).with(ServerOptions.USUAL.with(rules)).connect());
        String[][] table = {
            {"192,0,2,9", "192.0.2.9 port 5000"},
            {"127,0,0,9", "127.0.0.9 port 5000"},
            {"10,0,0,1", "127.0.0.1 port 5000"}
        };

        for (String[] row : table) {
            var reply = new Reply(227, "Passive (" + row[0] + ",19,136)");
            assertEquals(row[1], session.placeIn(reply).toString());
        }
        assertThrows(
                ForeignAddressException.class,
                () -> session.placeIn(new Reply(227, "(192,0,2,8,19,136)")));
    }

    /// The port that a connection from another address than the server's got, at our end.
    private static int strangerAt(String portCommand) {
        String[] numbers = portCommand.substring("PORT ".length()).split(",");
        int port = Integer.parseInt(numbers[4]) * 256 + Integer.parseInt(numbers[5]);
        try (var stranger = new Socket()) {
            stranger.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.3"), 0));
            stranger.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return stranger.getPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void upload(Session session) throws IOException {
        try (Outgoing outgoing = session.store(FILE, 0)) {
            outgoing.out().write(BYTES);
            outgoing.finish();
        }
    }

    private static byte[] download(Session session) throws IOException {
        try (Incoming incoming = session.retrieve(FILE, 0)) {
            byte[] bytes = incoming.in().readAllBytes();
            incoming.finish();
            return bytes;
        }
    }

    private Session keep(Session session) {
        open.add(session);
        return session;
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        open.add(server);
        return server;
    }
}
