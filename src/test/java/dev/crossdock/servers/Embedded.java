package dev.crossdock.servers;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoServerConfig;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.stream.Collectors;

/// Our own server, with `+proxy` or without. It is open only.
final class Embedded {

    private Embedded() {}

    static RealServer start(ServerKind kind, ProxyRule proxy, Launch launch) throws IOException {
        if (launch.policy() != Policy.OPEN) {
            throw new IllegalArgumentException("The embedded server knows no strictness.");
        }
        var place = Workplace.make(launch);
        var config =
                new DemoServerConfig(
                                kind.label(),
                                launch.address(),
                                0,
                                proxy,
                                place.files(),
                                RealServer.USER,
                                RealServer.PASSWORD)
                        .withTlsProtocols(launch.tls().protocols());
        DemoServer server = DemoServer.start(config);
        return place.server(
                kind, server.port(), server.certificateSha256(), RemotePath.ROOT, running(server));
    }

    private static Running running(DemoServer server) {
        return new Running() {
            @Override
            public String log() {
                return server.dataConnections().stream()
                        .map(DataConnection::toString)
                        .collect(Collectors.joining("\n"));
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
