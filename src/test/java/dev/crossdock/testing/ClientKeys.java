package dev.crossdock.testing;

import dev.crossdock.demo.SelfSigned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/// PKCS #12 files with a certificate and its key.
public final class ClientKeys {

    private ClientKeys() {}

    public static Path write(Path file, SelfSigned own, String passPhrase) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            store(own, passPhrase.toCharArray()).store(out, passPhrase.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// One that holds the certificate alone.
    public static Path writeWithoutKey(Path file, SelfSigned own, String passPhrase)
            throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("own", own.certificate());
            store.store(out, passPhrase.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static KeyStore store(SelfSigned own, char[] passPhrase) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, passPhrase);
            store.setKeyEntry(
                    "own", own.key(), passPhrase, new X509Certificate[] {own.certificate()});
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
