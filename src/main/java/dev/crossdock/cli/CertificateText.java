package dev.crossdock.cli;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.site.CertificateDoubt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A certificate in words, everything a person needs to decide. Pure.
final class CertificateText {

    private CertificateText() {}

    static List<String> lines(Server server, Certificate certificate, Instant now) {
        var lines = new ArrayList<String>();
        lines.add("  subject   " + certificate.subject());
        lines.add("  issuer    " + certificate.issuer());
        lines.add("  valid     " + certificate.notBefore() + " to " + certificate.notAfter());
        lines.add(
                "  names     "
                        + (certificate.names().isEmpty()
                                ? "none"
                                : String.join(", ", certificate.names())));
        lines.add("  SHA-256   " + certificate.fingerprint());
        CertificateDoubt.of(server, certificate, now)
                .forEach(doubt -> lines.add("  " + doubt.words()));
        return lines;
    }
}
