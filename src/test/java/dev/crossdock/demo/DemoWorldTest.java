package dev.crossdock.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.testing.RawClient;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

class DemoWorldTest {

    @Test
    void servesFilesOfAllSizesFromTwoAddresses() throws IOException {
        try (var world = DemoWorld.start(DemoWorld.Options.USUAL)) {
            assertEquals("127.0.0.2", world.alpha().address().getHostAddress());
            assertEquals("127.0.0.3", world.beta().address().getHostAddress());
            assertNotEquals(world.alpha().certificateSha256(), world.beta().certificateSha256());
            assertTrue(world.alpha().proxy());
            assertFalse(world.beta().proxy());
            try (var client = login(world.alpha())) {
                assertTrue(client.fetchText("MLSD /Photos").contains("; 2025 Übersee\r\n"));
                client.send("SIZE /Images/rescue-system.iso", "213 104857600");
                client.send("SIZE /Documents/empty.log", "213 0");
                assertEquals(1, client.fetch("RETR /Documents/one byte.bin").length);
                assertEquals("", client.fetchText("MLSD /Incoming"));
            }
        }
    }

    @Test
    void closingLeavesNoFileAndNoThread() throws IOException {
        Set<String> before = threads();
        var world = DemoWorld.start(DemoWorld.Options.USUAL);
        Path root = world.alpha().root();
        try (var client = login(world.alpha())) {
            client.pasv();
            client.write("RETR README.txt");
            client.expect("150");
            world.close();
        }
        assertFalse(Files.exists(root.getParent()));
        await().atMost(Duration.ofSeconds(20)).until(() -> before.containsAll(threads()));
    }

    @Test
    void onASingleAddressProxyHoldsForEveryPort() throws IOException {
        try (var world = DemoWorld.start(new DemoWorld.Options(true));
                var active = login(world.alpha());
                var passive = login(world.beta())) {
            int port = passive.pasv();
            passive.write("STOR /Dropbox/README.txt");
            active.send("EPRT |1|127.0.0.1|" + port + "|", "200");
            active.write("RETR /README.txt");
            passive.expect("150");
            active.expect("150");
            active.expect("226");
            passive.expect("226");
            assertTrue(world.alpha().dataConnections().getFirst().tlsClient());
            assertEquals(
                    -1,
                    Files.mismatch(
                            world.alpha().root().resolve("README.txt"),
                            world.beta().root().resolve("Dropbox/README.txt")));
        }
    }

    private static RawClient login(DemoServer server) throws IOException {
        return RawClient.loggedIn(
                server.address(), server.port(), server.user(), server.password());
    }

    /// Only those of the server's libraries; the JDK and the test engine have their own.
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Nio") || name.startsWith("demo-"))
                .collect(Collectors.toSet());
    }
}
