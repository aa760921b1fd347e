package dev.crossdock.net;

import dev.crossdock.model.Certificate;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Lets a handshake pass only with an accepted certificate, and remembers which one it was.
final class CertificateGate extends X509ExtendedTrustManager {

    private final Roots roots;
    private final AcceptedCertificates accepted;
    private volatile @Nullable Certificate passed;
    private volatile @Nullable Certificate refused;

    CertificateGate(Roots roots, AcceptedCertificates accepted) {
        this.roots = roots;
        this.accepted = accepted;
    }

    /// The control connection's certificate; data connections have to come with the same one.
    Optional<Certificate> passed() {
        return Optional.ofNullable(passed);
    }

    /// The one that made the last handshake fail.
    Optional<Certificate> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        Certificate control = passed;
        if (control != null && control.sha256().equals(CertificateReader.sha256(chain[0]))) {
            return;
        }
        Certificate presented =
                CertificateReader.read(chain[0], roots.vouch(chain, authType, socket));
        if (control != null || !accepted.accepts(presented)) {
            refused = presented;
            throw new CertificateException("certificate not accepted: " + presented.sha256());
        }
        passed = presented;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("only connections are checked here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are checked here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("we are never a TLS server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("we are never a TLS server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("we are never a TLS server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
