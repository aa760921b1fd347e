package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.DataConnection.Role;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class FxpBetweenServersTest {

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    TLS,     source has it, target has it, size,     TLS client
                    TLSv1.3, true,          false,         1048577,  SOURCE
                    TLSv1.3, false,         true,          1048577,  TARGET
                    TLSv1.3, true,          true,          1048577,  TARGET
                    TLSv1.3, true,          false,         0,        SOURCE
                    TLSv1.3, false,         true,          1,        TARGET
                    TLSv1.2, true,          false,         20000000, SOURCE
                    TLSv1.2, false,         true,          20000000, TARGET
                    """)
    void theFileGoesFromServerToServerWithTheProxySideAsTlsClient(
            String tls, boolean sourceHasIt, boolean targetHasIt, int size, Side client)
            throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        try (var world =
                new TwoServers(folder, rule(sourceHasIt), rule(targetHasIt), List.of(tls))) {
            Files.write(world.root(Side.SOURCE).resolve("a b.bin"), content);

            Outcome outcome = world.copy("/a b.bin", "/b.bin", ExistsRule.FAIL);

            var done = assertInstanceOf(Outcome.Done.class, outcome);
            assertEquals(Route.between(Method.PROXY, client.other(), client), done.route());
            assertEquals(Protection.TLS, done.protection());
            assertEquals(size > 16 << 20 ? Verification.SIZE : Verification.MD5, done.verified());
            assertEquals(size, done.bytes());
            assertArrayEquals(
                    content, Files.readAllBytes(world.root(Side.TARGET).resolve("b.bin")));
            provenByTheServers(world, client, tls);
        }
    }

    /// Each server made one data connection: to the other one, and under TLS.
    private static void provenByTheServers(TwoServers world, Side client, String tls) {
        for (Side side : Side.values()) {
            InetAddress here = world.server(side).address();
            InetAddress there = world.server(side.other()).address();
            boolean isClient = side == client;
            assertEquals(
                    List.of(
                            new DataConnection(
                                    isClient ? Role.ACTIVE : Role.PASSIVE,
                                    isClient,
                                    true,
                                    there,
                                    here,
                                    tls)),
                    world.server(side).dataConnections());
        }
    }

    @Test
    void aFolderArrivesWithAllThatIsInIt() throws Exception {
        try (var world = new TwoServers(folder, ProxyRule.OTHER_ADDRESS, ProxyRule.NONE)) {
            Path root = world.root(Side.SOURCE).resolve("Ordner ü");
            Files.createDirectories(root.resolve("leer"));
            Files.createDirectories(root.resolve("tief/er"));
            for (int i = 0; i < 12; i++) {
                Files.writeString(root.resolve("datei " + i + ".txt"), "x".repeat(i * 1000));
            }
            Files.writeString(root.resolve("tief/er/unten.txt"), "unten");

            List<Outcome> outcomes = world.copyFolder("/Ordner ü", "/Ziel");

            assertEquals(13, outcomes.stream().filter(Outcome.Done.class::isInstance).count());
            assertEquals(
                    List.of(), outcomes.stream().filter(Outcome.Failed.class::isInstance).toList());
            assertEquals(tree(root), tree(world.root(Side.TARGET).resolve("Ziel")));
        }
    }

    @Test
    void withoutAnEncryptedRouteNothingIsSentAndTheReasonIsNamed() throws Exception {
        try (var world = new TwoServers(folder, ProxyRule.NONE, ProxyRule.NONE)) {
            Files.writeString(world.root(Side.SOURCE).resolve("a"), "secret");

            Outcome outcome = world.copy("/a", "/a", ExistsRule.FAIL);

            Failure failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
            assertEquals(Failure.Kind.NO_ROUTE, failure.kind());
            assertTrue(failure.details().contains("target does not offer +proxy"));
            assertEquals(List.of(), world.server(Side.SOURCE).dataConnections());
            assertEquals(List.of(), tree(world.root(Side.TARGET)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    rule,      outcome, content at the target, names at the target
                    OVERWRITE, done,    new,                   a.txt
                    SKIP,      skipped, older,                 a.txt
                    FAIL,      failed,  older,                 a.txt
                    RENAME,    done,    older,                 a (2).txt a.txt
                    """)
    void anExistingFileIsTreatedByTheRule(
            ExistsRule rule, String outcome, String content, String names) throws Exception {
        try (var world = new TwoServers(folder, ProxyRule.OTHER_ADDRESS, ProxyRule.NONE)) {
            Files.writeString(world.root(Side.SOURCE).resolve("a.txt"), "new");
            Files.writeString(world.root(Side.TARGET).resolve("a.txt"), "older");

            assertEquals(outcome, world.copy("/a.txt", "/a.txt", rule).word());

            assertEquals(content, Files.readString(world.root(Side.TARGET).resolve("a.txt")));
            assertEquals(names, String.join(" ", tree(world.root(Side.TARGET))));
        }
    }

    @Test
    void aMissingSourceIsAFailureThatLeavesTheSessionsUsable() throws Exception {
        try (var world = new TwoServers(folder, ProxyRule.OTHER_ADDRESS, ProxyRule.NONE)) {
            Files.writeString(world.root(Side.SOURCE).resolve("there"), "x");

            Outcome missing = world.copy("/gone", "/gone", ExistsRule.FAIL);
            Outcome present = world.copy("/there", "/there", ExistsRule.FAIL);

            Failure failure = assertInstanceOf(Outcome.Failed.class, missing).failure();
            assertEquals("source has no file /gone.", failure.message());
            assertInstanceOf(Outcome.Done.class, present);
            assertEquals(List.of("there"), tree(world.root(Side.TARGET)));
        }
    }

    private static ProxyRule rule(boolean proxy) {
        return proxy ? ProxyRule.OTHER_ADDRESS : ProxyRule.NONE;
    }

    private static List<String> tree(Path root) throws Exception {
        try (var files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(file ->
                            root.relativize(file)
                                    + (Files.isRegularFile(file) && Files.isDirectory(root)
                                            ? ""
                                            : "/"))
                    .sorted()
                    .toList();
        }
    }
}
