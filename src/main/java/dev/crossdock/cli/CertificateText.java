package dev.crossdock.cli;

import dev.crossdock.model.Certificate;

import java.util.List;

/// A certificate in words, everything a person needs to decide.
final class CertificateText {

    private CertificateText() {}

    static List<String> lines(Certificate certificate) {
        return List.of(
                "  subject   " + certificate.subject(),
                "  issuer    " + certificate.issuer(),
                "  valid     " + certificate.notBefore() + " to " + certificate.notAfter(),
                "  names     "
                        + (certificate.names().isEmpty()
                                ? "none"
                                : String.join(", ", certificate.names())),
                "  SHA-256   " + certificate.fingerprint(),
                certificate.trustedByRoots()
                        ? "  A root of this computer vouches for it."
                        : "  No root of this computer vouches for it.");
    }

    /// @param sha256 64 hexadecimal digits
    static String fingerprint(String sha256) {
        return sha256.replaceAll("(..)(?!$)", "$1:");
    }
}
