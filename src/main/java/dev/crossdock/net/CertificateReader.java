package dev.crossdock.net;

import dev.crossdock.model.Certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads out of an X.509 certificate what a person decides by.
final class CertificateReader {

    /// GeneralName kinds of RFC 5280 §4.2.1.6 that are text here: dNSName and iPAddress.
    private static final List<Integer> SHOWN_NAMES = List.of(2, 7);

    private CertificateReader() {}

    static Certificate read(X509Certificate certificate, boolean trustedByRoots)
            throws CertificateEncodingException {
        return new Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate),
                sha256(certificate),
                trustedByRoots);
    }

    private static List<String> names(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.get(0) instanceof Integer kind && SHOWN_NAMES.contains(kind)) {
                        names.add(String.valueOf(alternative.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException unreadable) {
            names.add("(unreadable)");
        }
        return names;
    }

    /// The fingerprint, as in [Certificate#sha256].
    static String sha256(X509Certificate certificate) throws CertificateEncodingException {
        byte[] der = certificate.getEncoded();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
