package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoServerConfig;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A server that has its own way with paths and checksums.
@Timeout(60)
class DemoChecksumTest {

    private static final FileHash MD5_OF_HELLO =
            new FileHash(HashKind.MD5, "5d41402abc4b2a76b9719d911017c592");

    @TempDir Path root;

    @Test
    void theDemoIsRecognisedAndTellsChecksums() throws Exception {
        List<String> names = List.of("a.txt", "a b 0 2.txt", MD5_OF_HELLO.hex(), "größe");
        for (String name : names) {
            Files.writeString(root.resolve(name), "hello");
        }
        var config =
                new DemoServerConfig(
                        "Test",
                        InetAddress.ofLiteral("127.0.0.2"),
                        0,
                        ProxyRule.NONE,
                        root,
                        "demo",
                        "secret");

        try (var demo = DemoServer.start(config);
                Session session = login(demo)) {
            assertEquals(ServerProduct.APACHE_FTPSERVER, session.facts().product());
            for (String name : names) {
                assertEquals(MD5_OF_HELLO, md5(session, RemotePath.ROOT.child(name)), name);
            }
            assertThrows(RefusedException.class, () -> md5(session, RemotePath.of("/missing.txt")));
        }
    }

    private static FileHash md5(Session session, RemotePath path) throws IOException {
        HashCommand command =
                HashCommand.of(session.facts().capabilities(), HashKind.MD5).orElseThrow();
        Reply reply = session.ask(command.lines(path).getLast());
        return command.read(reply, path);
    }

    private static Session login(DemoServer demo) throws IOException, InterruptedException {
        var server =
                new Server(
                        new SiteId("demo"),
                        "demo",
                        demo.address().getHostAddress(),
                        demo.port(),
                        TlsMode.EXPLICIT,
                        demo.user());
        var trust = new TestTrust().answer(_ -> true);
        var logins = new TestLogins("secret", "secret");
        return new Connector(trust, logins, TlsMemory.NONE, _ -> {}, TestClient.PATIENT)
                .connect(server);
    }
}
