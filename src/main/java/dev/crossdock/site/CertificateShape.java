package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.util.Optional;

/// An accepted certificate in `certificates.json`.
final class CertificateShape implements Shape<PinnedCertificate> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "certificates";
    }

    @Override
    public String words() {
        return "accepted certificates";
    }

    @Override
    public Object key(PinnedCertificate pinned) {
        return pinned.place();
    }

    @Override
    public void write(PinnedCertificate pinned, ObjectNode into) {
        into.put("host", pinned.host())
                .put("port", pinned.port())
                .put("sha256", pinned.sha256())
                .put("subject", pinned.subject())
                .put("accepted", pinned.accepted().toString());
        pinned.terms()
                .ifPresent(terms ->
                        into.put("issuer", terms.issuer())
                                .put("notBefore", terms.notBefore().toString())
                                .put("notAfter", terms.notAfter().toString()));
    }

    @Override
    public PinnedCertificate read(Fields fields) {
        return new PinnedCertificate(
                fields.text("host"),
                fields.number("port"),
                fields.text("sha256"),
                fields.text("subject"),
                fields.instant("accepted"),
                terms(fields));
    }

    /// The three come together.
    private static Optional<PinnedCertificate.Terms> terms(Fields fields) {
        return fields.optionalText("issuer")
                .map(issuer ->
                        new PinnedCertificate.Terms(
                                issuer, fields.instant("notBefore"), fields.instant("notAfter")));
    }
}
