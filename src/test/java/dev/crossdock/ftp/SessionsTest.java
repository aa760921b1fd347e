package dev.crossdock.ftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.testing.Behaviour;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class SessionsTest {

    private volatile Instant now = Instant.EPOCH;
    private final List<Session> taken = new ArrayList<>();
    private ScriptedServer server;
    private TestClient client;
    private Sessions sessions;

    @BeforeEach
    void start() throws IOException {
        start(Setup.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        sessions.close();
        taken.forEach(Session::quit);
        await().until(() -> server.openConnections() == 0);
        server.close();
    }

    @Test
    void aSessionIsUsedAgain() throws Exception {
        Session first = take();
        sessions.giveBack(first);

        assertSame(first, take());
        assertNotSame(first, take());
        assertEquals(2, server.received().size());
    }

    @Test
    void aBrokenSessionIsNotKept() throws Exception {
        Session first = take();
        first.close();
        sessions.giveBack(first);

        assertNotSame(first, take());
    }

    @Test
    void afterAWhileTheServerIsAskedWhetherItIsStillThere() throws Exception {
        Session first = take();
        sessions.giveBack(first);
        now = now.plusSeconds(10);

        assertSame(first, take());
        assertTrue(server.commands().contains("NOOP"));
    }

    @Test
    void aSessionThatTheServerForgotIsReplaced() throws Exception {
        Session first = take();
        sessions.giveBack(first);
        now = now.plusSeconds(10);
        server.onCommand("NOOP", Behaviour.answer("421 Timeout."));

        assertNotSame(first, take());
    }

    @Test
    void aReplyTooManyIsFoundBeforeTheNextJob() throws Exception {
        server.onCommand("NOOP", 1, new Behaviour.AnswerAlso("200 And again."));
        Session first = take();
        first.noop();
        await().until(() -> isOutOfStep(first));
        sessions.giveBack(first);

        assertNotSame(first, take());
    }

    @Test
    void notMoreThanAFewAreKept() throws Exception {
        for (int i = 0; i < 12; i++) {
            take();
        }
        taken.forEach(sessions::giveBack);

        await().until(() -> server.openConnections() == 8);
    }

    @Test
    void afterTheEndNothingIsKept() throws Exception {
        Session out = take();
        sessions.giveBack(take());
        sessions.close();
        await().until(() -> server.openConnections() == 1);

        sessions.giveBack(out);

        await().until(() -> server.openConnections() == 0);
        assertTrue(server.commands().contains("QUIT"));
    }

    @Test
    void aSpareSessionAsksNobody() throws Exception {
        server.onCommand("PASS", Behaviour.answer("530 Login incorrect."));

        assertThrows(LoginException.class, () -> sessions.spare(client.server()));
        assertEquals(1, client.logins().asked().size());
    }

    @Test
    void aSessionUnderTls13IsEndedOnceTheServerIsSeenToNeedTls12() throws Exception {
        restart(Setup.USUAL.with(Skill.REFUSES_TLS13_DATA));
        Session refused = take();
        sessions.giveBack(take());
        assertThrows(DataRefusedException.class, () -> refused.list(RemotePath.ROOT));
        sessions.giveBack(refused);

        Session next = take();

        assertEquals("TLSv1.2", next.facts().tls().orElseThrow().protocol());
        next.list(RemotePath.ROOT);
        await().until(() -> server.openConnections() == 1);
    }

    @Test
    void whatRidesOnASessionIsAnsweredBeforeTheSessionEnds() throws Exception {
        restart(Setup.USUAL.with(Skill.REFUSES_TLS13_DATA));
        server.files().file("/x", new byte[7]);
        Session refused = take();
        Session idle = take();
        CompletableFuture<Reply> size = idle.rideSize(RemotePath.of("/x"));
        sessions.giveBack(idle);
        assertThrows(DataRefusedException.class, () -> refused.list(RemotePath.ROOT));

        assertNotSame(idle, take());
        assertTrue(sessions.takeBack(idle));
        idle.flushRiders();
        sessions.giveBack(idle);
        assertEquals("213 7", idle.await(size).toString());
        await().until(() -> !idle.isAwaited());

        assertNotSame(idle, take());
        assertTrue(idle.isBroken(), "nobody needs it any more");
    }

    private void restart(Setup setup) throws IOException {
        close();
        start(setup);
    }

    private void start(Setup setup) throws IOException {
        server = ScriptedServer.start(setup);
        client = TestClient.of(server);
        InstantSource source = () -> now;
        sessions =
                new Sessions(client.connector(TestClient.PATIENT), source.withZone(ZoneOffset.UTC));
    }

    private Session take() throws IOException, InterruptedException {
        Session session = sessions.take(client.server());
        taken.add(session);
        return session;
    }

    private static boolean isOutOfStep(Session session) {
        try {
            session.requireQuiet();
            return false;
        } catch (IOException noticed) {
            return true;
        }
    }
}
