package dev.crossdock.model;

import java.time.Instant;
import java.util.List;

/// What a person needs of a server's X.509 certificate to decide whether to trust it.
///
/// @param names the subject's alternative names: DNS names and addresses
/// @param sha256 fingerprint over the DER form, 64 hexadecimal digits in lower case
/// @param trustedByRoots whether a root of the system or the JDK vouches for it and for the host
public record Certificate(
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        List<String> names,
        String sha256,
        boolean trustedByRoots) {

    public Certificate {
        names = List.copyOf(names);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 fingerprint: " + sha256);
        }
    }

    /// The fingerprint in pairs, `ab:cd:…`, as other tools print it.
    public String fingerprint() {
        return sha256.replaceAll("(..)(?!$)", "$1:");
    }
}
