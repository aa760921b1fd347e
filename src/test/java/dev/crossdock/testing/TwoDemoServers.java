package dev.crossdock.testing;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoServerConfig;
import dev.crossdock.demo.ProxyRule;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Two embedded servers, alpha and beta, with their files in the folders of these names.
public final class TwoDemoServers implements AutoCloseable {

    public static final String PASSWORD = "secret";

    private final List<DemoServer> servers;

    /// @param alpha an address of the loopback
    /// @param beta another one
    public TwoDemoServers(Path folder, String alpha, String beta) throws IOException {
        servers =
                List.of(
                        start(folder, "alpha", alpha, ProxyRule.OTHER_ADDRESS),
                        start(folder, "beta", beta, ProxyRule.NONE));
    }

    public DemoServer get(int server) {
        return servers.get(server);
    }

    /// A place as the command line takes it.
    ///
    /// @param path in the way URLs write it
    public String url(int server, String path) {
        DemoServer demo = servers.get(server);
        return "ftpes://%s@%s:%d%s"
                .formatted(demo.user(), demo.address().getHostAddress(), demo.port(), path);
    }

    @Override
    public void close() {
        servers.forEach(DemoServer::close);
    }

    private static DemoServer start(Path folder, String name, String address, ProxyRule rule)
            throws IOException {
        return DemoServer.start(
                new DemoServerConfig(
                        name,
                        InetAddress.ofLiteral(address),
                        0,
                        rule,
                        Files.createDirectories(folder.resolve(name)),
                        "tester",
                        PASSWORD));
    }
}
