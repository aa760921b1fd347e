package dev.crossdock.instance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Stream;

class HostileClientsTest {

    private static final InstanceServer.Patience SHORT =
            new InstanceServer.Patience(Duration.ofMillis(300), Duration.ofMillis(300));

    private InstanceLock lock;
    private InstanceServer server;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        lock = InstanceLock.tryTake(folder).orElseThrow();
        server = InstanceServer.open(lock, new Echo());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        lock.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void oddLinesAreRefusedAndHarmNobody(String what, byte[] bytes) throws IOException {
        try (var raw = Raw.to(server.socket())) {
            raw.send(bytes);
            raw.send("\n");
            String answer = raw.hear();
            assertTrue(answer.startsWith("{\"id\":null,\"error\":{\"kind\":\"usage\","), answer);
            raw.send(Raw.request("echo"));
            assertEquals("{\"id\":1,\"answer\":{}}", raw.hear());
        }
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("zeros", new byte[100_000]),
                Arguments.of("noise", noise()),
                Arguments.of("depth", "[".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "objects",
                        ("[{}" + ",{}".repeat(2_000_000) + "]")
                                .getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "half", "{\"v\":1,\"id\":1,\"comm".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aLineWithoutEndIsCutShort() throws IOException {
        try (var raw = Raw.to(server.socket())) {
            Thread flood = Thread.ofVirtual().start(() -> flood(raw));
            assertTrue(raw.hear().contains("The request is longer than 8 MiB."));
            await().until(() -> !flood.isAlive());
        }
        assertTrue(InstanceServerTest.answers(server));
    }

    @Test
    void tooManyAtOnceAreToldToComeAgain() throws IOException {
        var held = new ArrayList<Raw>();
        try {
            for (int i = 0; i < InstanceServer.MAX_CLIENTS; i++) {
                held.add(Raw.to(server.socket()));
            }
            for (int i = 0; i < 100; i++) {
                try (var raw = Raw.to(server.socket())) {
                    assertTrue(raw.hear().contains("too many others"));
                    assertEquals("closed", raw.hear());
                }
            }
            held.getLast().send(Raw.request("echo"));
            assertEquals("{\"id\":1,\"answer\":{}}", held.getLast().hear());
            held.getFirst().close();
            await().until(() -> InstanceServerTest.answers(server));
        } finally {
            for (Raw raw : held) {
                raw.close();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beginnings")
    void whoFallsSilentLosesItsPlace(String what, String beginning) throws IOException {
        server.close();
        server = InstanceServer.open(lock, new Echo(), SHORT);
        var held = new ArrayList<Raw>();
        try {
            for (int i = 0; i < InstanceServer.MAX_CLIENTS; i++) {
                var raw = Raw.to(server.socket());
                held.add(raw);
                raw.send(beginning);
            }
            await().until(() -> InstanceServerTest.answers(server));
        } finally {
            for (Raw raw : held) {
                raw.close();
            }
        }
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                Arguments.of("before a word", ""),
                Arguments.of("in the middle of a line", "{\"v\":"),
                Arguments.of("with an answer to read", Raw.request("large")));
    }

    /// Until the other side has enough.
    private static void flood(Raw raw) {
        byte[] part = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 64; i++) {
                raw.send(part);
            }
        } catch (IOException enough) {
            return;
        }
        throw new IllegalStateException("64 MiB were taken in");
    }

    private static byte[] noise() {
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == '\n' ? 0 : noise[i];
        }
        return noise;
    }
}
