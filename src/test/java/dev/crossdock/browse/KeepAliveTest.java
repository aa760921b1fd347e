package dev.crossdock.browse;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class KeepAliveTest {

    @Test
    void anIdleSessionGivesSignsOfLife() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                Browser browser = browser(server, Duration.ofMillis(50))) {
            browser.connect();

            await().until(() -> noops(server) >= 3);

            browser.list(RemotePath.ROOT);
            assertEquals(1, server.received().size());
        }
    }

    @Test
    void withoutAnIntervalThereAreNone() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                Browser browser = browser(server, Duration.ZERO)) {
            browser.connect();

            assertFalse(
                    NothingLeft.threads().stream().anyMatch(name -> name.startsWith("keep-alive")));
        }
    }

    @Test
    void aSessionThatEndsMeanwhileIsMadeAnewOnlyWhenItIsNeeded() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                Browser browser = browser(server, Duration.ofMillis(50))) {
            server.onCommand("NOOP", 1, Behaviour.answerAndDrop("421 Too idle."));
            browser.connect();

            await().until(() -> server.openConnections() == 0);
            assertEquals(1, server.received().size());

            browser.list(RemotePath.ROOT);
            assertEquals(2, server.received().size());
        }
    }

    private static long noops(ScriptedServer server) {
        return server.commands().stream().filter("NOOP"::equals).count();
    }

    private static Browser browser(ScriptedServer server, Duration interval) {
        TestClient client = TestClient.of(server).with(ServerOptions.USUAL.withKeepAlive(interval));
        return new ServerBrowser(client.server(), client.connector(TestClient.PATIENT));
    }
}
