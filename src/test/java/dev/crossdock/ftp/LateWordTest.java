package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.LostException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UntrustedException;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Servers that say 150 only once TLS is on the data connection.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class LateWordTest {

    private static final Setup LATE = Setup.USUAL.with(Skill.TLS_THEN_150);
    private static final RemotePath FILE = RemotePath.of("/x");
    private static final byte[] BYTES = new byte[100_000];

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    tls,      protocol
                    EXPLICIT, TLSv1.3
                    EXPLICIT, TLSv1.2
                    IMPLICIT, TLSv1.3
                    CLEAR,    TLSv1.3
                    """)
    void aListingAnUploadAndADownloadBeginWithTls(TlsMode tls, String protocol) throws Exception {
        ScriptedServer server = start(LATE.with(tls).withTlsProtocols(protocol));
        Session session = connect(server);

        upload(session);
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        assertArrayEquals(BYTES, download(session));
    }

    @Test
    void theWordIsWaitedForOnlyOnce() throws Exception {
        ScriptedServer server = start(LATE);
        Session session = connect(server);
        session.list(RemotePath.ROOT);

        assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        session.list(RemotePath.ROOT);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 No such file.", "450 Busy just now.", "550-No\n550 such file."})
    void aRefusalEndsTheHandshakeAtOnce(String reply) throws Exception {
        ScriptedServer server = start(LATE);
        server.files().file("/x", BYTES);
        server.onCommand("RETR", 1, Behaviour.onData(new DataFault.RefusedInTls(reply)));
        Session session = connect(server);

        var refused =
                assertTimeout(
                        Duration.ofSeconds(10),
                        () -> assertThrows(RefusedException.class, () -> download(session)));

        assertEquals("RETR /x", refused.command());
        assertEquals(Integer.parseInt(reply.substring(0, 3)), refused.reply().code());
        assertArrayEquals(BYTES, download(session));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusalIsStillNoticedWhereTheWordIsKnownToBeLate(boolean connected) throws Exception {
        ScriptedServer server = start(LATE);
        server.files().file("/x", BYTES);
        Session session = connect(server);
        session.list(RemotePath.ROOT);
        String reply = "553 Not this one.";
        server.onCommand(
                "STOR",
                1,
                connected
                        ? Behaviour.onData(new DataFault.RefusedInTls(reply))
                        : Behaviour.answer(reply));

        var refused =
                assertTimeout(
                        Duration.ofSeconds(10),
                        () -> assertThrows(RefusedException.class, () -> upload(session)));

        assertEquals(553, refused.reply().code());
        assertFalse(session.isBroken());
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aRefusalInTheMiddleOfAFileCostsTheSession() throws Exception {
        ScriptedServer server = start(LATE);
        server.files().file("/x", BYTES);
        server.onCommand("RETR", 1, Behaviour.onData(new DataFault.RefusedInTls("550 No.")));
        Session session = connect(server);

        assertThrows(RefusedException.class, () -> session.retrieve(FILE, 10));

        assertTrue(session.isBroken());
    }

    @Test
    void aServerThatSaysAtOnceThatThereIsNothingNeedsNoTls() throws Exception {
        ScriptedServer server = start(LATE);
        server.files().file("/x", BYTES);
        server.onCommand(
                "MLSD", 1, Behaviour.onData(new DataFault.RefusedInTls("226 Nothing here.")));
        Session session = connect(server);

        assertEquals(List.of(), session.list(RemotePath.ROOT).entries());
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aRefusedHandshakeIsRefusedInTheServersWords() throws Exception {
        ScriptedServer server = start(LATE.withTlsProtocols("TLSv1.2"));
        String reply = "522 Session reuse required.";
        server.onCommand("MLSD", 1, Behaviour.onData(new DataFault.NoTls(reply)));
        Session session = connect(server);

        var refused = assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(reply, refused.reply().toString());
        assertEquals(0, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aRefusalUnderTls13PutsTls12OnTrial() throws Exception {
        ScriptedServer server = start(LATE);
        server.onCommand("MLSD", 1, Behaviour.onData(new DataFault.RefusedInTls("522 Reuse.")));
        Session session = connect(server);

        assertThrows(DataRefusedException.class, () -> session.list(RemotePath.ROOT));
    }

    @Test
    void anotherCertificateIsNotTaken() throws Exception {
        ScriptedServer server = start(LATE);
        var stranger = ScriptedServer.selfSigned(InetAddress.ofLiteral("127.0.0.1"));
        server.onCommand("MLSD", Behaviour.onData(new DataFault.OtherCertificate(stranger)));
        Session session = connect(server);

        assertThrows(UntrustedException.class, () -> session.list(RemotePath.ROOT));

        assertTrue(session.isBroken());
    }

    @Test
    void aSessionThatIsLostInTheHandshakeIsLost() throws Exception {
        ScriptedServer server = start(LATE);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.RefusedInTls("421 Goodbye.")));
        Session session = connect(server);

        assertThrows(LostException.class, () -> session.list(RemotePath.ROOT));

        assertTrue(session.isBroken());
    }

    @Test
    void silenceInTheHandshakeHasTheDeadlineOfAReply() throws Exception {
        ScriptedServer server = start(LATE);
        server.onCommand("MLSD", new Behaviour.Ignore());
        Duration reply = Duration.ofMillis(1500);
        Duration ample = TestClient.PATIENT.connect();
        Session session =
                keep(TestClient.of(server).connect(new Deadlines(ample, reply, ample, ample)));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThrows(SilentException.class, () -> session.list(RemotePath.ROOT)));

        assertTrue(session.isBroken());
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

    private Session connect(ScriptedServer server) throws Exception {
        return keep(TestClient.of(server).connect());
    }

    private ScriptedServer start(Setup setup) throws IOException {
        return keep(ScriptedServer.start(setup));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
