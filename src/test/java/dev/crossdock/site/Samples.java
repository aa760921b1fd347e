package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Values that the tests of this package have in common.
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T17:43:00Z");

    private Samples() {}

    static Server server(String name) {
        return new Server(
                new SiteId("id-" + name), name, "ftp.example", 2121, TlsMode.EXPLICIT, "anna");
    }

    static Site site(String name) {
        return new Site(server(name), Optional.of(RemotePath.of("/in/" + name)));
    }

    /// @param digit the one that its fingerprint consists of
    static Certificate certificate(char digit, boolean trustedByRoots) {
        return new Certificate(
                "CN=ftp.example",
                "CN=ftp.example",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                List.of("ftp.example"),
                fingerprint(digit),
                trustedByRoots);
    }

    static PinnedCertificate pinned(String host, char digit) {
        return new PinnedCertificate(host, 2121, fingerprint(digit), "CN=ftp.example", NOW);
    }

    private static String fingerprint(char digit) {
        return String.valueOf(digit).repeat(64);
    }
}
