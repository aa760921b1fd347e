package dev.crossdock.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of an open vault: one for its secrets (AES-256-GCM), one for the file as a whole
/// (HMAC-SHA256).
///
/// A secret is encrypted with its name as associated data, so that it cannot be passed off as
/// another one, and padded, so that its length tells little.
final class VaultKeys {

    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 64;

    private final byte[] secrets;
    private final byte[] file;
    private final String check;

    private VaultKeys(byte[] secrets, byte[] file, String check) {
        this.secrets = secrets;
        this.file = file;
        this.check = check;
    }

    /// @param root what the password or the key file gave; wiped
    static VaultKeys of(byte[] root, byte[] salt) {
        try {
            return new VaultKeys(
                    derived(root, salt, "secrets"),
                    derived(root, salt, "file"),
                    Bytes.text(derived(root, salt, "check")));
        } finally {
            Arrays.fill(root, (byte) 0);
        }
    }

    /// Tells whether these are the keys, and nothing else about them.
    String check() {
        return check;
    }

    Sealed encrypt(String name, char[] secret) {
        byte[] nonce = Bytes.random(NONCE_BYTES);
        byte[] plain = padded(secret);
        try {
            byte[] data = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain);
            return new Sealed(Bytes.text(nonce), Bytes.text(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// @throws IllegalArgumentException if it was not encrypted by these keys under that name
    char[] decrypt(String name, Sealed sealed) {
        byte[] plain = new byte[0];
        try {
            plain =
                    cipher(Cipher.DECRYPT_MODE, Bytes.of(sealed.nonce()), name)
                            .doFinal(Bytes.of(sealed.data()));
            return unpadded(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A secret in it was changed.", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    String seal(String text) {
        return Bytes.text(mac(text));
    }

    boolean isSeal(String text, String seal) {
        return MessageDigest.isEqual(mac(text), Bytes.of(seal));
    }

    /// They are of no use afterwards.
    void wipe() {
        Arrays.fill(secrets, (byte) 0);
        Arrays.fill(file, (byte) 0);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(file, "HmacSHA256"));
            return mac.doFinal(Bytes.ofChars(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secrets, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Bytes.ofChars(name));
        return cipher;
    }

    private static byte[] derived(byte[] root, byte[] salt, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(root)
                                    .addSalt(salt)
                                    .thenExpand(
                                            Bytes.ofChars("crossdock vault 1 " + use), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] padded(char[] secret) {
        byte[] chars = Bytes.ofChars(CharBuffer.wrap(secret));
        int length = Math.ceilDiv(Integer.BYTES + chars.length, BLOCK) * BLOCK;
        byte[] plain = ByteBuffer.allocate(length).putInt(secret.length).put(chars).array();
        Arrays.fill(chars, (byte) 0);
        return plain;
    }

    private static char[] unpadded(byte[] plain) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > in.remaining() / 2) {
            throw new IllegalArgumentException("A secret in it is not whole.");
        }
        char[] secret = new char[length];
        in.asCharBuffer().get(secret);
        return secret;
    }
}
