package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.OlderTls;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a refused data connection of ours teaches of TLS versions, and what it does not.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class DataRefusedTest {

    private static final RemotePath FILE = RemotePath.of("/x");
    private static final Behaviour CHANCE =
            Behaviour.onData(new DataFault.NoTls("425 Can't open data connection."));

    private final OlderTls remembered = new OlderTls();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void uploadsThatNeedTls12AreRememberedOnceTheyHaveWorked() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Skill.REFUSES_TLS13_UPLOADS));
        Connector connector = connector(server);
        assertThrows(DataRefusedException.class, () -> upload(login(connector, server)));

        Session older = login(connector, server);
        older.list(RemotePath.ROOT);
        assertEquals(Set.of(), remembered.servers(), "a download says nothing of uploads");
        upload(older);

        assertEquals("TLSv1.2", protocol(older));
        assertEquals(1, remembered.servers().size());
    }

    @Test
    void whereUploadsWorkOneAfterTheOtherARefusalIsChance() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Connector connector = connector(server);
        Session session = login(connector, server);
        for (int i = 0; i < 12; i++) {
            upload(session);
        }
        server.onCommand("STOR", 1, CHANCE);
        assertThrows(DataRefusedException.class, () -> upload(session));

        Session older = login(connector, server);
        for (int i = 0; i < 15; i++) {
            upload(older);
        }

        assertEquals(Set.of(), remembered.servers());
        assertEquals("TLSv1.3", protocol(login(connector, server)));
    }

    @Test
    void oneRefusalUnderTls12MayBeChanceAsWell() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Skill.REFUSES_TLS13_UPLOADS));
        Connector connector = connector(server);
        assertThrows(DataRefusedException.class, () -> upload(login(connector, server)));
        server.onCommand("STOR", 1, CHANCE);
        Session older = login(connector, server);
        assertThrows(RefusedException.class, () -> upload(older));

        Session next = login(connector, server);

        assertEquals("TLSv1.2", protocol(next));
        upload(next);
    }

    @Test
    void whatIsRefusedUnderBothIsNotTriedAgainUntilItHasWorked() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Connector connector = connector(server);
        server.onCommand("STOR", 4, CHANCE);
        assertThrows(DataRefusedException.class, () -> upload(login(connector, server)));
        Session older = login(connector, server);
        assertThrows(RefusedException.class, () -> upload(older));
        assertThrows(RefusedException.class, () -> upload(older));

        Session newer = login(connector, server);

        assertEquals("TLSv1.3", protocol(newer));
        assertThrows(RefusedException.class, () -> upload(newer));
        upload(newer);
        server.onCommand("STOR", 1, CHANCE);
        assertThrows(DataRefusedException.class, () -> upload(newer));
        assertTrue(newer.isBroken());
        assertEquals(Set.of(), remembered.servers());
    }

    private static void upload(Session session) throws IOException {
        try (Outgoing outgoing = session.store(FILE, 0)) {
            outgoing.out().write(new byte[10]);
            outgoing.finish();
        }
    }

    private static String protocol(Session session) {
        return session.facts().tls().orElseThrow().protocol();
    }

    private Session login(Connector connector, ScriptedServer server) throws Exception {
        Session session = connector.connect(TestClient.server(server, "scripted"));
        open.add(session);
        return session;
    }

    private Connector connector(ScriptedServer server) {
        return new Connector(
                new TestTrust().know(server),
                new TestLogins("secret"),
                remembered,
                _ -> {},
                TestClient.PATIENT);
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        open.add(server);
        return server;
    }
}
