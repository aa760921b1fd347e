package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.RemotePath;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@ExtendWith(NothingLeft.class)
@Timeout(30)
class TargetWatchTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    reply,             told
                    213 7,             7
                    550 No such file., lost
                    450 Busy.,         lost
                    """)
    void eachLookTellsSomething(String reply, String told) throws Exception {
        try (var server = ScriptedServer.start()) {
            server.onCommand("SIZE", Behaviour.answer(reply));

            assertEquals(told, firstHeard(server, TestClient.PATIENT));

            await().until(() -> server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"SIZE", "USER"})
    void aServerThatDoesNotAnswerIsSilent(String command) throws Exception {
        try (var server = ScriptedServer.start()) {
            server.onCommand(command, new Behaviour.Ignore());

            assertEquals("silent", firstHeard(server, TestClient.HASTY));
        }
    }

    private static String firstHeard(ScriptedServer server, Deadlines deadlines) throws Exception {
        var client = TestClient.of(server);
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var sessions = new Sessions(client.connector(deadlines), Clock.systemUTC());
                var watch = new TargetWatch(sessions);
                var _ =
                        watch.watch(
                                client.server(),
                                RemotePath.of("/b"),
                                bytes -> heard.add(Long.toString(bytes)),
                                () -> heard.add("lost"),
                                () -> heard.add("silent"))) {
            await().until(() -> !heard.isEmpty());
        }
        return heard.getFirst();
    }
}
