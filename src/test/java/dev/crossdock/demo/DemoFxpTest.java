package dev.crossdock.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection.Role;
import dev.crossdock.testing.RawClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Two servers brought together by hand, the `+proxy` one on either side.
class DemoFxpTest {

    private static final InetAddress WITH = InetAddress.ofLiteral("127.0.0.2");
    private static final InetAddress WITHOUT = InetAddress.ofLiteral("127.0.0.3");

    @TempDir Path temporary;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    protocol, bytes
                    TLSv1.3,  0
                    TLSv1.3,  1
                    TLSv1.3,  1048576
                    TLSv1.3,  10485760
                    TLSv1.2,  0
                    TLSv1.2,  1
                    TLSv1.2,  1048576
                    TLSv1.2,  10485760
                    """)
    void aFileGoesBothWaysWithTheProxySideAsTlsClient(String protocol, int bytes)
            throws IOException {
        DemoServer alpha = server("alpha", WITH, ProxyRule.OTHER_ADDRESS, protocol);
        DemoServer beta = server("beta", WITHOUT, ProxyRule.NONE, protocol);
        Path original = randomFile(beta.root().resolve("original.bin"), bytes);
        RawClient active = login(alpha);
        RawClient passive = login(beta);

        copy(passive, "RETR original.bin", active, "STOR received.bin");
        copy(passive, "STOR returned.bin", active, "RETR received.bin");

        assertEquals(-1, Files.mismatch(original, alpha.root().resolve("received.bin")));
        assertEquals(-1, Files.mismatch(original, beta.root().resolve("returned.bin")));
        var asClient = new DataConnection(Role.ACTIVE, true, true, WITHOUT, WITH, protocol);
        var asServer = new DataConnection(Role.PASSIVE, false, true, WITH, WITHOUT, protocol);
        assertEquals(List.of(asClient, asClient), alpha.dataConnections());
        assertEquals(List.of(asServer, asServer), beta.dataConnections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void losesNoTailAsSendingTlsClientInTwentyRuns(String protocol) throws IOException {
        DemoServer alpha = server("alpha", WITH, ProxyRule.OTHER_ADDRESS, protocol);
        DemoServer beta = server("beta", WITHOUT, ProxyRule.NONE, protocol);
        Path original = randomFile(alpha.root().resolve("original.bin"), 1 << 20);
        RawClient active = login(alpha);
        RawClient passive = login(beta);

        for (int run = 0; run < 20; run++) {
            copy(passive, "STOR copy" + run, active, "RETR original.bin");
            Path copy = beta.root().resolve("copy" + run);
            assertEquals(-1, Files.mismatch(original, copy), "run " + run);
        }
        assertTrue(alpha.dataConnections().stream().allMatch(DataConnection::tlsClient));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aClearTransferNeedsNoProxy(String protocol) throws IOException {
        DemoServer alpha = server("alpha", WITH, ProxyRule.NONE, protocol);
        DemoServer beta = server("beta", WITHOUT, ProxyRule.NONE, protocol);
        Path original = randomFile(alpha.root().resolve("original.bin"), 1 << 20);
        RawClient active = login(alpha);
        RawClient passive = login(beta);
        active.send("PROT C", "200");
        passive.send("PROT C", "200");

        copy(passive, "STOR copy", active, "RETR original.bin");

        assertEquals(-1, Files.mismatch(original, beta.root().resolve("copy")));
        assertEquals(
                List.of(new DataConnection(Role.ACTIVE, false, false, WITHOUT, WITH, "clear")),
                alpha.dataConnections());
    }

    private static void copy(
            RawClient passive, String passiveCommand, RawClient active, String activeCommand)
            throws IOException {
        int port = passive.pasv();
        passive.write(passiveCommand);
        active.send(
                "PORT "
                        + passive.server().getHostAddress().replace('.', ',')
                        + ","
                        + port / 256
                        + ","
                        + port % 256,
                "200");
        active.write(activeCommand);
        active.expect("150");
        passive.expect("150");
        active.expect("226");
        passive.expect("226");
    }

    private DemoServer server(String name, InetAddress address, ProxyRule proxy, String protocol)
            throws IOException {
        Path root = Files.createDirectory(temporary.resolve(name));
        var config = new DemoServerConfig(name, address, 0, proxy, root, "demo", "secret");
        DemoServer server = DemoServer.start(config.withTlsProtocols(List.of(protocol)));
        open.add(server);
        return server;
    }

    private RawClient login(DemoServer server) throws IOException {
        RawClient client =
                RawClient.loggedIn(
                        server.address(), server.port(), server.user(), server.password());
        open.add(client);
        return client;
    }

    private static Path randomFile(Path file, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(file, content);
    }
}
