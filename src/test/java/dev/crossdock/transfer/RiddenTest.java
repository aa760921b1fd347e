package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.time.Clock;

/// Questions about one job's file, on sessions that the next job has taken.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class RiddenTest {

    private static final RemotePath FILE = RemotePath.of("/x");

    private ScriptedServer server;
    private TestClient client;
    private Sessions sessions;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start(Setup.USUAL.with(Skill.HASH));
        server.files().file("/x", new byte[7]);
        client = TestClient.of(server);
        sessions = new Sessions(client.connector(TestClient.HASTY), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        sessions.close();
        server.close();
    }

    @Test
    void aJobThatHoldsBackKeepsItsSession() throws Exception {
        Session session = sessions.take(client.server());
        var ridden = new Ridden(session, session.rideSize(FILE));
        sessions.giveBack(session);
        Session next = sessions.take(client.server());
        assertSame(session, next);

        assertThrows(IOException.class, () -> ridden.answer(sessions, false));

        assertFalse(next.isBroken());
        next.noop();
        assertFalse(server.commands().contains("SIZE /x"));
        sessions.giveBack(next);
    }

    @Test
    void aChecksumThatWasNotAskedForIsAskedForElsewhere() throws Exception {
        Session source = sessions.take(client.server());
        Session target = sessions.take(client.server());
        var pair = new SessionPair(sessions, source, target, () -> {});
        HashCheck check =
                HashCheck.of(
                                ScriptedPair.file("/x", "/x", ExistsRule.FAIL),
                                pair,
                                FILE,
                                server.files().size("/x"))
                        .orElseThrow();

        HashCheck.Result result =
                check.result(
                        sessions, server -> LoneSession.take(sessions, server, () -> {}), false);

        assertInstanceOf(HashCheck.Result.Equal.class, result);
        assertFalse(source.isBroken());
        assertFalse(target.isBroken());
        source.noop();
        target.noop();
        assertEquals(2, server.commands().stream().filter("HASH /x"::equals).count());
        assertEquals(
                2, server.commands().stream().filter(line -> line.startsWith("OPTS HASH")).count());
        assertTrue(server.received().getFirst().stream().noneMatch(RiddenTest::isOfHash));
        pair.close();
    }

    private static boolean isOfHash(String line) {
        return line.startsWith("OPTS HASH") || line.startsWith("HASH");
    }
}
