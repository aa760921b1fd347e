package dev.crossdock.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection.Role;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.RawClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class DemoServerTest {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("127.0.0.2");

    @TempDir Path root;

    @Test
    void featTellsOfProxyOnlyWhereItIs() throws IOException {
        try (var with = start(ProxyRule.OTHER_ADDRESS);
                var without = start(ProxyRule.NONE)) {
            try (var client = login(with)) {
                assertTrue(feat(client).contains(" AUTH TLS +proxy"));
            }
            try (var client = login(without)) {
                assertTrue(feat(client).contains(" AUTH TLS"));
                assertTrue(feat(client).contains(" MLST type*;size*;modify*;perm*;UNIX.mode*;"));
            }
        }
    }

    @Test
    void refusesALoginInClearAndTakesItOverTls() throws IOException {
        try (var server = start(ProxyRule.NONE);
                var client = RawClient.clear(server.address(), server.port())) {
            client.expect("220");
            client.send("USER demo", "530");
            client.send("PASS secret", "530");
            client.send("AUTH TLS", "234");
            client.secure();
            client.login("demo", server.password());
        }
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        try (var server = start(ProxyRule.NONE);
                var client = RawClient.clear(server.address(), server.port())) {
            client.expect("220");
            client.send("AUTH TLS", "234");
            client.secure();
            client.send("USER demo", "331");
            client.send("PASS wrong", "530");
        }
    }

    @Test
    void speaksImplicitTls() throws IOException {
        try (var server = DemoServer.start(config(ProxyRule.NONE).withTls(TlsMode.IMPLICIT));
                var client = RawClient.implicit(server.address(), server.port())) {
            client.expect("220");
            client.login("demo", server.password());
            Files.writeString(root.resolve("a.txt"), "hello");
            assertEquals("hello", client.fetchText("RETR a.txt"));
        }
    }

    @Test
    void listsAndSendsAndKeepsFiles() throws IOException {
        byte[] content = {0, 1, 2, (byte) 255, '\r', '\n'};
        try (var server = start(ProxyRule.NONE);
                var client = login(server)) {
            client.send("MKD /Neue Dateien für später", "257");
            client.send("CWD /Neue Dateien für später", "250");
            client.store("STOR größe [1].bin", content);
            client.send("MFMT 20260102030405 größe [1].bin", "213");
            client.send("SITE CHMOD 640 größe [1].bin", "200");
            client.send("SITE CHMOD rwx größe [1].bin", "501");
            assertEquals(
                    "type=file;size=6;modify=20260102030405;perm=rwadf;UNIX.mode=0640; größe"
                            + " [1].bin\r\n",
                    client.fetchText("MLSD"));
            client.send("SIZE größe [1].bin", "213 6");
            assertArrayEquals(content, client.fetch("RETR größe [1].bin"));
            assertArrayEquals(new byte[] {'\r', '\n'}, client.fetch(4, "RETR größe [1].bin"));
        }
    }

    @Test
    void listsFoldersAndNamesThatLookLikePatternsOrAreHidden() throws IOException {
        Path folder = Files.createDirectories(root.resolve("[a] * b"));
        Files.writeString(folder.resolve(".hidden"), "x");
        try (var server = start(ProxyRule.NONE);
                var client = login(server)) {
            String line = client.fetchText("MLSD /[a] * b");
            assertTrue(line.startsWith("type=file;size=1;modify="), line);
            assertTrue(line.endsWith("; .hidden\r\n"), line);
            String facts = client.send("MLST /[a] * b", "250");
            assertTrue(facts.contains("\n type=dir;modify="), facts);
            assertTrue(facts.contains("; /[a] * b\n250 End"), facts);
            client.pasv();
            client.send("MLSD /missing", "550");
            client.send("MLST /missing", "550");
        }
    }

    @Test
    void notesEachDataConnection() throws IOException {
        try (var server = start(ProxyRule.OTHER_ADDRESS);
                var client = login(server)) {
            client.fetchText("MLSD");
            var client1 = InetAddress.ofLiteral("127.0.0.1");
            assertEquals(
                    List.of(
                            new DataConnection(
                                    Role.PASSIVE, false, true, client1, ADDRESS, "TLSv1.3")),
                    server.dataConnections());
        }
    }

    @Test
    void abortEndsARunningTransferAtOnce() throws IOException {
        Files.write(root.resolve("big.bin"), new byte[50 << 20]);
        try (var server = start(ProxyRule.NONE);
                var client = login(server)) {
            int port = client.pasv();
            client.write("RETR big.bin");
            try (var data = client.layered(new Socket(server.address(), port))) {
                data.getInputStream().readNBytes(1000);
                client.expect("150");
                client.write("ABOR");
                client.expect("426");
                client.expect("226");
            }
            client.send("NOOP", "200");
        }
    }

    @Test
    void presentsTheCertificateWhoseFingerprintItTells() throws IOException {
        try (var server = DemoServer.start(config(ProxyRule.NONE).withTls(TlsMode.IMPLICIT));
                var client = RawClient.implicit(server.address(), server.port())) {
            assertEquals(server.certificateSha256(), client.serverFingerprint());
        }
    }

    @Test
    void closingEndsSessionsAndThreads() throws IOException {
        var server = start(ProxyRule.NONE);
        try (var client = login(server)) {
            int port = client.pasv();
            client.write("RETR missing-peer");
            server.close();
            assertThrows(IOException.class, () -> client.reply().addAll(client.reply()));
            assertThrows(IOException.class, () -> new Socket(ADDRESS, port).close());
        }
    }

    @Test
    void aPortInUseIsSaidByNumber() throws IOException {
        try (var first = start(ProxyRule.NONE)) {
            var again = config(ProxyRule.NONE).withPort(first.port());
            var failure = assertThrows(IOException.class, () -> DemoServer.start(again));
            assertTrue(failure.toString().contains("127.0.0.2:" + first.port()));
        }
    }

    private DemoServer start(ProxyRule proxy) throws IOException {
        return DemoServer.start(config(proxy));
    }

    private DemoServerConfig config(ProxyRule proxy) {
        return new DemoServerConfig("Test", ADDRESS, 0, proxy, root, "demo", "secret");
    }

    private static RawClient login(DemoServer server) throws IOException {
        return RawClient.loggedIn(
                server.address(), server.port(), server.user(), server.password());
    }

    private static List<String> feat(RawClient client) throws IOException {
        return Arrays.asList(client.send("FEAT", "211").split("\n"));
    }
}
