package dev.crossdock.instance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class InstanceServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Echo echo = new Echo();
    private Path data = Path.of("");

    @BeforeEach
    void place(@TempDir Path folder) throws IOException {
        data = folder.toRealPath().resolve("data");
    }

    @AfterEach
    void leavesNoSocketBehind() {
        for (Path socket : SocketPlaces.of(data)) {
            assertFalse(Files.exists(socket), socket.toString());
        }
    }

    @Test
    void answersManyRequestsOfOneClient() throws IOException {
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var client = client()) {
            for (int i = 0; i < 100; i++) {
                assertEquals(argument("n" + i), client.ask("echo", argument("n" + i)));
            }
        }
    }

    @Test
    void answersManyClientsAtOnce() throws IOException {
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var first = client();
                var second = client()) {
            assertEquals(argument("2"), second.ask("echo", argument("2")));
            assertEquals(argument("1"), first.ask("echo", argument("1")));
        }
    }

    @Test
    void aRequestOfSeveralMebibytesArrives() throws IOException {
        var large = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 7; i++) {
            large.put("part" + i, "x".repeat(1 << 20));
        }
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var client = client()) {
            assertEquals(large, client.ask("echo", large));
        }
    }

    @Test
    void aRefusalReachesWhoAskedAndTheConversationGoesOn() throws IOException {
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var client = client()) {
            var refused =
                    assertThrows(InstanceException.class, () -> client.ask("refuse", argument("")));
            assertEquals("No such job: 7.", refused.getMessage());
            assertEquals(InstanceException.Kind.USAGE, refused.kind());
            assertEquals(argument("x"), client.ask("echo", argument("x")));
        }
    }

    @Test
    void aFaultOfOursIsToldWithoutItsInsidesAndTheConversationGoesOn() throws IOException {
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var client = client()) {
            var failed =
                    assertThrows(InstanceException.class, () -> client.ask("fault", argument("")));
            assertEquals(InstanceException.Kind.FAILED, failed.kind());
            assertFalse(failed.words().contains("on purpose"), failed.words());
            assertEquals(argument("x"), client.ask("echo", argument("x")));
        }
    }

    @Test
    void aDataFolderTooDeepForASocketIsServedAsWell() throws IOException {
        data = data.resolve("deep".repeat(30)).resolve("deeper".repeat(30));
        try (var lock = lock();
                var server = InstanceServer.open(lock, echo);
                var client = client()) {
            assertFalse(server.socket().startsWith(data));
            assertEquals(argument("x"), client.ask("echo", argument("x")));
            InstanceLockTest.assumePosix(data);
            assertEquals("rwx------", InstanceLockTest.rights(server.socket().resolveSibling("")));
        }
    }

    @Test
    void theFolderOfTheSocketIsItsOwnersAlone() throws IOException {
        try (var lock = lock();
                var server = InstanceServer.open(lock, echo)) {
            assertEquals(data.resolve("instance/socket"), server.socket());
            InstanceLockTest.assumePosix(data);
            assertEquals("rwx------", InstanceLockTest.rights(data.resolve("instance")));
        }
    }

    @Test
    void aFolderOfSomebodyElseIsNotUsedByEitherEnd() throws IOException {
        try (var lock = lock()) {
            Path folder = Files.createDirectory(data.resolve("instance"));
            OwnFolderTest.giveAway(folder);
            try (var _ = listener(folder.resolve("socket"));
                    var server = InstanceServer.open(lock, echo);
                    var client = client()) {
                assertFalse(server.socket().startsWith(data));
                assertEquals(argument("x"), client.ask("echo", argument("x")));
            }
            Files.delete(folder.resolve("socket"));
        }
    }

    @Test
    void aSocketThatIsOpenToOthersIsNotAsked() throws IOException {
        Path folder = Files.createDirectories(data.resolve("instance"));
        InstanceLockTest.assumePosix(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var _ = listener(folder.resolve("socket"))) {
            assertTrue(InstanceClient.connect(data, LONG).isEmpty());
        }
        Files.delete(folder.resolve("socket"));
    }

    @Test
    void aSocketLeftBehindIsReplaced() throws IOException {
        Path socket = Files.createDirectories(data.resolve("instance")).resolve("socket");
        listener(socket).close();
        assertTrue(Files.exists(socket));
        try (var lock = lock()) {
            try (var _ = InstanceServer.open(lock, echo);
                    var client = client()) {
                assertEquals(argument("x"), client.ask("echo", argument("x")));
            }
        }
    }

    @Test
    void needsTheLock() throws IOException {
        var lock = lock();
        lock.close();
        assertThrows(IllegalStateException.class, () -> InstanceServer.open(lock, echo));
    }

    @Test
    void whoWaitsWhenTheServerClosesIsTold() throws IOException, InterruptedException {
        try (var lock = lock();
                var server = InstanceServer.open(lock, echo);
                var client = client()) {
            CompletableFuture<String> asked =
                    CompletableFuture.supplyAsync(() -> messageOf(client, "wait"));
            assertTrue(echo.waiting.await(20, TimeUnit.SECONDS));
            end(server);
            assertEquals(
                    "The running Crossdock did not answer this: it closed the connection.",
                    asked.join());
            assertTrue(echo.interrupted.await(20, TimeUnit.SECONDS));
            assertEquals(Optional.empty(), InstanceClient.connect(data, LONG));
        }
    }

    @Test
    void theNextOneServesAfterTheFirstClosed() throws IOException {
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo)) {
            client().close();
        }
        try (var lock = lock();
                var _ = InstanceServer.open(lock, echo);
                var client = client()) {
            assertEquals(argument("x"), client.ask("echo", argument("x")));
        }
    }

    @Test
    void clientsThatLeaveInTheMiddleTakeNoPlaceAway() throws IOException {
        try (var lock = lock();
                var server = InstanceServer.open(lock, echo)) {
            for (int i = 0; i < 2 * InstanceServer.MAX_CLIENTS; i++) {
                for (String part : new String[] {"", "{\"v\":1,", Raw.request("large")}) {
                    try (var raw = Raw.to(server.socket())) {
                        raw.send(part);
                    } catch (IOException turnedAway) {
                        // The ones before are still being seen off.
                    }
                }
            }
            await().until(() -> answers(server));
        }
    }

    static String messageOf(InstanceClient client, String command) {
        try {
            return client.ask(command, argument("")).toString();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static boolean answers(InstanceServer server) throws IOException {
        try (var raw = Raw.to(server.socket())) {
            raw.send(Raw.request("echo"));
            return raw.hear().equals("{\"id\":1,\"answer\":{}}");
        } catch (IOException turnedAway) {
            return false;
        }
    }

    static ObjectNode argument(String value) {
        return JsonNodeFactory.instance.objectNode().put("value", value);
    }

    private static ServerSocketChannel listener(Path socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket));
    }

    private static void end(InstanceServer server) throws IOException {
        server.close();
    }

    private InstanceLock lock() throws IOException {
        return InstanceLock.tryTake(data).orElseThrow();
    }

    private InstanceClient client() throws IOException {
        return InstanceClient.connect(data, LONG).orElseThrow();
    }
}
