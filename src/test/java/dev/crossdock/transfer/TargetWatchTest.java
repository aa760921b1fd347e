package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
            var client = TestClient.of(server);
            server.onCommand("SIZE", Behaviour.answer(reply));
            List<String> heard = new CopyOnWriteArrayList<>();
            try (var sessions =
                            new Sessions(client.connector(TestClient.PATIENT), Clock.systemUTC());
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
            assertEquals(told, heard.getFirst());
            await().until(() -> server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"SIZE", "USER"})
    void aServerThatDoesNotAnswerIsSilent(String command) throws Exception {
        try (var server = ScriptedServer.start()) {
            var client = TestClient.of(server);
            server.onCommand(command, new Behaviour.Ignore());
            List<String> heard = new CopyOnWriteArrayList<>();
            try (var sessions =
                            new Sessions(client.connector(TestClient.HASTY), Clock.systemUTC());
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
            assertEquals("silent", heard.getFirst());
        }
    }
}
