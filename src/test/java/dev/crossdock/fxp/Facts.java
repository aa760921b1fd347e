package dev.crossdock.fxp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TlsMode;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Servers as the planner sees them.
final class Facts {

    private static final TlsFacts TLS =
            new TlsFacts(
                    "TLSv1.3",
                    "TLS_AES_256_GCM_SHA384",
                    new Certificate(
                            "CN=x",
                            "CN=x",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            List.of(),
                            "0".repeat(64),
                            false));

    private Facts() {}

    static ServerFacts server(String name, String address, Capability... capabilities) {
        return server(name, address, "127.0.0.1", true, capabilities);
    }

    static ServerFacts server(
            String name,
            String address,
            String ownAddress,
            boolean tls,
            Capability... capabilities) {
        var lines = new EnumMap<Capability, String>(Capability.class);
        for (Capability capability : capabilities) {
            lines.put(capability, capability.label());
        }
        if (tls) {
            lines.put(Capability.SIZE, "SIZE");
        }
        return new ServerFacts(
                new Server(
                        new SiteId(name),
                        name,
                        address,
                        2121,
                        tls ? TlsMode.EXPLICIT : TlsMode.CLEAR,
                        "tester"),
                new Capabilities(lines, List.of(), List.of(), List.of()),
                tls ? Optional.of(TLS) : Optional.empty(),
                address,
                ownAddress,
                RemotePath.ROOT);
    }
}
