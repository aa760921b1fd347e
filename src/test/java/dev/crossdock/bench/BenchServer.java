package dev.crossdock.bench;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoServerConfig;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;

/// One embedded server behind a delayed port.
///
/// @param certificate its SHA-256
record BenchServer(
        String name,
        InetAddress address,
        DelayedPort delayed,
        String certificate,
        BenchFiles files,
        Closeable server)
        implements AutoCloseable {

    static final String USER = "tester";
    static final String PASSWORD = "secret";

    static BenchServer scripted(String name, Setup setup, Duration latency) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        return new BenchServer(
                name,
                server.address(),
                new DelayedPort(server.address(), server.port(), latency),
                server.certificate().sha256(),
                new BenchFiles.InMemory(server.files()),
                server::close);
    }

    static BenchServer demo(String name, String address, Path root, Duration latency)
            throws IOException {
        var config =
                new DemoServerConfig(
                        name,
                        InetAddress.ofLiteral(address),
                        0,
                        ProxyRule.OTHER_ADDRESS,
                        root,
                        USER,
                        PASSWORD);
        DemoServer server = DemoServer.start(config);
        return new BenchServer(
                name,
                server.address(),
                new DelayedPort(server.address(), server.port(), latency),
                server.certificateSha256(),
                new BenchFiles.OnDisk(root),
                server::close);
    }

    SiteId site() {
        return new SiteId(name);
    }

    Server asSite() {
        return new Server(
                site(), name, address.getHostAddress(), delayed.port(), TlsMode.EXPLICIT, USER);
    }

    @Override
    public void close() throws IOException {
        delayed.close();
        server.close();
    }
}
