package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;

import java.time.Instant;
import java.util.Optional;

/// A certificate that the user accepted for one host and port.
///
/// @param host in lower case
/// @param sha256 64 hexadecimal digits in lower case
/// @param accepted when the user said yes
/// @param terms empty where it was accepted by a version that did not keep them
public record PinnedCertificate(
        String host,
        int port,
        String sha256,
        String subject,
        Instant accepted,
        Optional<Terms> terms) {

    /// Who made it, and for how long.
    public record Terms(String issuer, Instant notBefore, Instant notAfter) {}

    public PinnedCertificate {
        host = new Place(host, port).host();
        if (host.isBlank()) {
            throw new IllegalArgumentException("An accepted certificate needs a host.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "A port is a number from 1 to 65535, not " + port + ".");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("“" + sha256 + "” is not a SHA-256 fingerprint.");
        }
    }

    /// One of which no more is known.
    public PinnedCertificate(
            String host, int port, String sha256, String subject, Instant accepted) {
        this(host, port, sha256, subject, accepted, Optional.empty());
    }

    /// The certificate as accepted now for the host and port of the server.
    static PinnedCertificate of(Server server, Certificate certificate, Instant accepted) {
        return new PinnedCertificate(
                server.host(),
                server.port(),
                certificate.sha256(),
                certificate.subject(),
                accepted,
                Optional.of(
                        new Terms(
                                certificate.issuer(),
                                certificate.notBefore(),
                                certificate.notAfter())));
    }

    /// The fingerprint in pairs, `ab:cd:…`, as other tools print it.
    public String fingerprint() {
        return sha256.replaceAll("(..)(?!$)", "$1:");
    }

    /// `host:port`, with brackets round an IPv6 address.
    public String address() {
        return new ServerAddress(host, port).toString();
    }

    Place place() {
        return new Place(host, port);
    }

    boolean isSame(Certificate presented) {
        return sha256.equals(presented.sha256());
    }
}
