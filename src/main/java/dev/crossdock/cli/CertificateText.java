package dev.crossdock.cli;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.site.CertificateDoubt;
import dev.crossdock.site.PinnedCertificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A certificate in words, everything a person needs to decide. Pure.
final class CertificateText {

    private CertificateText() {}

    /// An accepted one.
    static List<String> lines(PinnedCertificate pinned) {
        var lines = new ArrayList<String>();
        lines.add("  subject   " + pinned.subject());
        pinned.terms()
                .ifPresent(terms -> {
                    lines.add("  issuer    " + terms.issuer());
                    lines.add("  valid     " + terms.notBefore() + " to " + terms.notAfter());
                });
        lines.add("  accepted  " + pinned.accepted());
        lines.add("  SHA-256   " + pinned.fingerprint());
        return lines;
    }

    /// One that a server shows, and what speaks against it.
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
