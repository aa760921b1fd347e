package dev.crossdock.net;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.TlsFacts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// TLS for one control connection and the data connections that belong to it.
///
/// They share one context, so that a data connection resumes the control connection's session, as
/// proftpd, vsftpd and FileZilla Server demand by default.
public final class TlsClient {

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> OLDER = List.of("TLSv1.2");

    private final String host;
    private final int port;
    private final List<String> protocols;
    private final CertificateGate gate;
    private final SSLContext context;

    /// @param host as the user named it; certificates are checked against it
    /// @param port of the control connection; sessions are kept under it
    /// @param accepted decides on the control connection's certificate
    /// @param onlyTls12 leaves out TLS 1.3
    public TlsClient(String host, int port, AcceptedCertificates accepted, boolean onlyTls12)
            throws TlsRejectedException {
        this.host = host;
        this.port = port;
        this.protocols = onlyTls12 ? OLDER : PROTOCOLS;
        try {
            this.gate = new CertificateGate(roots(), accepted);
            this.context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {gate}, null);
        } catch (GeneralSecurityException unusable) {
            throw new TlsRejectedException("This computer's Java cannot do TLS.", unusable);
        }
    }

    /// Shakes hands as client on a connected socket, within the socket's read timeout.
    SSLSocket secure(Socket raw) throws IOException {
        var named = new ControlPortSocket(raw, port);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(named, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLException failed) {
            Optional<Certificate> refused = gate.refused();
            if (refused.isPresent()) {
                throw new UntrustedException("The certificate is not accepted.", refused.get());
            }
            throw new TlsRejectedException("No TLS connection: " + failed.getMessage(), failed);
        }
        return socket;
    }

    TlsFacts facts(SSLSocket socket) throws TlsRejectedException {
        var session = socket.getSession();
        Certificate certificate =
                gate.passed()
                        .orElseThrow(() -> new TlsRejectedException("no certificate was shown"));
        return new TlsFacts(session.getProtocol(), session.getCipherSuite(), certificate);
    }

    private static X509ExtendedTrustManager roots() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        @Nullable KeyStore ofTheJdk = null;
        factory.init(ofTheJdk);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no PKIX trust manager"));
    }
}
