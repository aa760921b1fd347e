package dev.crossdock.net;

import dev.crossdock.model.Certificate;

/// Says at once, in the middle of a handshake, whether a certificate is accepted.
@FunctionalInterface
public interface AcceptedCertificates {
    boolean accepts(Certificate presented);
}
