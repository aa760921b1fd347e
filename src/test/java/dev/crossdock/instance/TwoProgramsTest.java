package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TwoProgramsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void oneAsksTheOther(@TempDir Path folder) throws IOException {
        try (var other = RunsElsewhere.start(folder)) {
            assertEquals("serving", other.word());
            try (var client = InstanceClient.connect(folder, LONG).orElseThrow()) {
                assertEquals("hello", client.ask("hello", argument()).asText());
            }
        }
    }

    @Test
    void afterAKillTheNextOneServes(@TempDir Path folder) throws IOException {
        Path socket = folder.toRealPath().resolve("instance/socket");
        try (var other = RunsElsewhere.start(folder)) {
            assertEquals("serving", other.word());
            try (var client = InstanceClient.connect(folder, LONG).orElseThrow()) {
                other.kill();
                assertThrows(IOException.class, () -> client.ask("hello", argument()));
            }
        }
        assertTrue(Files.exists(socket));
        assertEquals(Optional.empty(), InstanceClient.connect(folder, LONG));
        try (var lock = InstanceLock.tryTake(folder).orElseThrow();
                var server = InstanceServer.open(lock, new Echo());
                var client = InstanceClient.connect(folder, LONG).orElseThrow()) {
            assertEquals(socket, server.socket());
            assertEquals(argument(), client.ask("hello", argument()));
        }
    }

    @Test
    void ofTwoThatStartTogetherOneServes(@TempDir Path folder) throws IOException {
        try (var first = RunsElsewhere.start(folder);
                var second = RunsElsewhere.start(folder)) {
            List<String> words = Stream.of(first.word(), second.word()).sorted().toList();
            assertEquals(List.of("held", "serving"), words);
            try (var client = InstanceClient.connect(folder, LONG).orElseThrow()) {
                assertEquals("hello", client.ask("hello", argument()).asText());
            }
        }
    }

    @Test
    void oneThatHangsIsGivenUp(@TempDir Path folder) throws IOException, InterruptedException {
        InstanceLockTest.assumePosix(folder);
        try (var other = RunsElsewhere.start(folder)) {
            assertEquals("serving", other.word());
            assertEquals(0, signal("-STOP", other.pid()));
            try (var client =
                    InstanceClient.connect(folder, Duration.ofMillis(300)).orElseThrow()) {
                var silent = assertThrows(IOException.class, () -> client.ask("hello", argument()));
                assertEquals(
                        "The running Crossdock did not answer within 0.3 s."
                                + " End it, or try again later.",
                        silent.getMessage());
            }
            assertTrue(InstanceLock.tryTake(folder).isEmpty());
        }
    }

    private static int signal(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
    }

    private static ObjectNode argument() {
        return InstanceServerTest.argument("x");
    }
}
