package dev.crossdock.net;

import dev.crossdock.net.ClientCertificateException.Kind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

import javax.net.ssl.SSLException;

/// A certificate of ours with its key, to show to a server that asks for one.
public final class ClientCertificate {

    private static final int LARGEST = 1024 * 1024;

    private final OwnKey key;

    private ClientCertificate(OwnKey key) {
        this.key = key;
    }

    /// Reads the first key of a PKCS #12 file.
    ///
    /// @param passPhrase stays the caller's
    /// @throws ClientCertificateException if that is not to be had; [Kind#LOCKED] asks for another
    ///   pass phrase
    public static ClientCertificate read(String file, char[] passPhrase)
            throws ClientCertificateException {
        byte[] content = content(file);
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), passPhrase);
            return new ClientCertificate(
                    key(store, passPhrase)
                            .orElseThrow(() ->
                                    new ClientCertificateException(
                                            Kind.NO_KEY,
                                            "There is no private key with a certificate in "
                                                    + file
                                                    + ".")));
        } catch (ClientCertificateException known) {
            throw known;
        } catch (UnrecoverableKeyException locked) {
            throw locked(file, locked);
        } catch (IOException unread) {
            if (unread.getCause() instanceof UnrecoverableKeyException) {
                throw locked(file, unread);
            }
            throw notPkcs12(file, unread);
        } catch (GeneralSecurityException unusable) {
            throw notPkcs12(file, unusable);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    OwnKey key() {
        return key;
    }

    /// The server's no to our certificate, or its wish for one, if this failure is that.
    ///
    /// Under TLS 1.3 it comes only when we have finished our handshake.
    public static Optional<ClientCertificateException> refusal(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException tls && CertificateAlert.isIn(tls.getMessage())) {
                return Optional.of(refused(tls));
            }
        }
        return Optional.empty();
    }

    static ClientCertificateException refused(IOException alert) {
        return new ClientCertificateException(
                Kind.REFUSED, "refused in TLS: " + alert.getMessage(), alert);
    }

    private static Optional<OwnKey> key(KeyStore store, char[] passPhrase)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain != null
                    && chain.length > 0
                    && store.getKey(alias, passPhrase) instanceof PrivateKey secret
                    && Arrays.stream(chain).allMatch(X509Certificate.class::isInstance)) {
                return Optional.of(
                        new OwnKey(
                                secret,
                                Arrays.copyOf(chain, chain.length, X509Certificate[].class)));
            }
        }
        return Optional.empty();
    }

    private static byte[] content(String file) throws ClientCertificateException {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST || !Files.isRegularFile(path)) {
                throw notPkcs12(file, new IOException("too large, or no file"));
            }
            return Files.readAllBytes(path);
        } catch (ClientCertificateException known) {
            throw known;
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new ClientCertificateException(
                    Kind.MISSING, "There is no file " + file + ".", missing);
        } catch (IOException unreadable) {
            throw new ClientCertificateException(
                    Kind.UNREADABLE, "The file " + file + " cannot be read.", unreadable);
        }
    }

    private static ClientCertificateException locked(String file, Exception cause) {
        return new ClientCertificateException(
                Kind.LOCKED, "The pass phrase does not open " + file + ".", cause);
    }

    private static ClientCertificateException notPkcs12(String file, Exception cause) {
        return new ClientCertificateException(
                Kind.NOT_PKCS12, file + " is not a PKCS #12 file.", cause);
    }
}
