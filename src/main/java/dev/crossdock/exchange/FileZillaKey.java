package dev.crossdock.exchange;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that opens passwords which FileZilla keeps under a master password.
///
/// Each password was encrypted to a public key (X25519); the private one comes out of the master
/// password (PBKDF2) and the salt that stands with the public one.
final class FileZillaKey {

    private static final int ROUNDS = 100_000;
    private static final int PART = 32;
    private static final int TAG = 16;
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private final PrivateKey key;
    private final byte[] publicKey;

    private FileZillaKey(PrivateKey key, byte[] publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /// Whether it has the length of a public key with its salt.
    static boolean isPublicKey(byte[] bytes) {
        return bytes.length == 2 * PART;
    }

    /// Empty if this is not the master password; takes as long as a guess should.
    static Optional<FileZillaKey> of(byte[] publicKey, char[] master) {
        if (master.length == 0) {
            return Optional.empty();
        }
        try {
            byte[] salt = Arrays.copyOfRange(publicKey, PART, 2 * PART);
            PrivateKey key = privateKey(master, salt);
            byte[] expected = Arrays.copyOf(publicKey, PART);
            return MessageDigest.isEqual(agree(key, BASE_POINT), expected)
                    ? Optional.of(new FileZillaKey(key, publicKey.clone()))
                    : Optional.empty();
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    /// Empty if it was not encrypted to this key, or is damaged.
    Optional<char[]> open(byte[] text) {
        if (text.length < 2 * PART) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(text, 2 * PART, text.length);
        try {
            byte[] ephemeral = Arrays.copyOf(text, PART);
            byte[] shared = agree(key, number(ephemeral));
            return authentic(sealed, text, shared).or(() -> older(sealed, text, shared));
        } catch (GeneralSecurityException noPoint) {
            return Optional.empty();
        }
    }

    private Optional<char[]> authentic(byte[] sealed, byte[] text, byte[] shared) {
        if (sealed.length < TAG) {
            return Optional.empty();
        }
        try {
            var iv = new GCMParameterSpec(8 * TAG, Arrays.copyOf(derived(2, text, shared), 12));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, aes(text, shared), iv);
            return characters(cipher.doFinal(sealed));
        } catch (GeneralSecurityException notThis) {
            return Optional.empty();
        }
    }

    /// As it was written before there was a tag.
    private Optional<char[]> older(byte[] sealed, byte[] text, byte[] shared) {
        try {
            var counter = new IvParameterSpec(Arrays.copyOf(derived(1, text, shared), 16));
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, aes(text, shared), counter);
            return characters(cipher.doFinal(sealed));
        } catch (GeneralSecurityException notThis) {
            return Optional.empty();
        }
    }

    private SecretKeySpec aes(byte[] text, byte[] shared) throws GeneralSecurityException {
        return new SecretKeySpec(derived(0, text, shared), "AES");
    }

    /// SHA-256 of the salt of this password, a number for the use, the secret and both keys.
    private byte[] derived(int use, byte[] text, byte[] shared) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update(text, PART, PART);
        hash.update((byte) use);
        hash.update(shared);
        hash.update(text, 0, PART);
        hash.update(publicKey);
        return hash.digest();
    }

    /// UTF-8, filled up with NULs.
    private static Optional<char[]> characters(byte[] plain) {
        int end = 0;
        while (end < plain.length && plain[end] != 0) {
            end++;
        }
        for (int i = end; i < plain.length; i++) {
            // The older form has no tag; this tells most of what is no password.
            if (plain[i] != 0) {
                return Optional.empty();
            }
        }
        Optional<char[]> text = Secrets.utf8(plain, 0, end);
        Arrays.fill(plain, (byte) 0);
        return text;
    }

    private static PrivateKey privateKey(char[] master, byte[] salt)
            throws GeneralSecurityException {
        var spec = new PBEKeySpec(master, salt, ROUNDS, 8 * PART);
        try {
            byte[] scalar =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return KeyFactory.getInstance("X25519")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] agree(PrivateKey key, BigInteger point) throws GeneralSecurityException {
        PublicKey other =
                KeyFactory.getInstance("X25519")
                        .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, point));
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(key);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /// RFC 7748 §5: the lowest byte first, the highest bit not counted.
    private static BigInteger number(byte[] littleEndian) {
        byte[] bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        bytes[0] &= 0x7F;
        return new BigInteger(1, bytes);
    }
}
