package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.time.Instant;

/// A certificate that the user accepted for one host and port.
///
/// @param host in lower case
/// @param sha256 64 hexadecimal digits in lower case
/// @param accepted when the user said yes
public record PinnedCertificate(
        String host, int port, String sha256, String subject, Instant accepted) {

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

    /// The certificate as accepted now for the host and port of the server.
    static PinnedCertificate of(Server server, Certificate certificate, Instant accepted) {
        return new PinnedCertificate(
                server.host(),
                server.port(),
                certificate.sha256(),
                certificate.subject(),
                accepted);
    }

    /// The fingerprint in pairs, `ab:cd:…`, as other tools print it.
    public String fingerprint() {
        return sha256.replaceAll("(..)(?!$)", "$1:");
    }

    Place place() {
        return new Place(host, port);
    }

    boolean isSame(Certificate presented) {
        return sha256.equals(presented.sha256());
    }
}
