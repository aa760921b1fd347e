package dev.crossdock.update;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Ed25519 over each byte of a list (RFC 8032), in a file of its own.
final class ReleaseSignature {

    private static final String ED25519 = "Ed25519";

    private ReleaseSignature() {}

    /// @param base64 of the key in DER, as `packaging/release-list keys` prints it
    /// @throws IllegalArgumentException if it is no such key
    static PublicKey key(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key for Ed25519", e);
        }
    }

    /// @param file what lies beside the list: base64, in lines or in one
    static boolean covers(byte[] list, byte[] file, PublicKey key) {
        try {
            String base64 = new String(file, StandardCharsets.US_ASCII).replaceAll("[\r\n]", "");
            var check = Signature.getInstance(ED25519);
            check.initVerify(key);
            check.update(list);
            return check.verify(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | GeneralSecurityException noSignature) {
            return false;
        }
    }
}
