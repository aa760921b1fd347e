package dev.crossdock.net;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TlsRules;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// TLS for one control connection and the data connections that belong to it.
///
/// They share one context, so that a data connection resumes the control connection's session, as
/// proftpd, vsftpd and FileZilla Server demand by default; where a site wants none of that, each
/// data connection has a context of its own.
public final class TlsClient {

    private final Server at;
    private final TlsRules rules;
    private final CertificateGate gate;
    private final OwnKey own;
    private final SSLContext context;

    /// @param at the address in use, as the user named it; certificates are checked against the
    ///   host, and sessions are kept under host and port
    /// @param accepted decides on the control connection's certificate
    /// @param own shown to a server that asks for it, on data connections as well
    public TlsClient(
            Server at,
            TlsRules rules,
            Roots roots,
            AcceptedCertificates accepted,
            Optional<ClientCertificate> own)
            throws TlsRejectedException {
        this.at = at;
        this.rules = rules;
        this.gate = new CertificateGate(roots, accepted);
        this.own = own.map(ClientCertificate::key).orElseGet(OwnKey::new);
        this.context = newContext();
    }

    /// Shakes hands as client on a connected socket, within the socket's read timeout.
    ///
    /// A server that asks for our certificate and breaks off without saying why wants another one,
    /// or any.
    SSLSocket secure(Socket raw) throws IOException {
        own.forgetAsked();
        try {
            return shakeHands(raw, context);
        } catch (SSLException failed) {
            boolean ofOurs = own.isAsked() && CertificateAlert.isGeneral(failed.getMessage());
            throw ofOurs && gate.refused().isEmpty()
                    ? ClientCertificate.refused(failed)
                    : told(failed);
        } catch (SocketException brokenOff) {
            // The alert that says why is still unread: the server has closed while we wrote.
            throw own.isAsked() ? ClientCertificate.refused(brokenOff) : brokenOff;
        }
    }

    /// The same for a data connection. On the control connection the server was content with our
    /// certificate, or with none, so that one which breaks off here has other reasons.
    SSLSocket secureData(Socket raw) throws IOException {
        try {
            return shakeHands(raw, rules.resume() ? context : newContext());
        } catch (SSLException failed) {
            throw told(failed);
        }
    }

    /// Whether a server that ended the control connection before its first word wanted another
    /// certificate of ours, or any.
    ///
    /// With TLS 1.3 it looks at the certificate when our side of the handshake is over, and the
    /// alert that says why is lost if we have written by then.
    public Optional<ClientCertificateException> refusalAfter(Exception ended) {
        Optional<ClientCertificateException> told = ClientCertificate.refusal(ended);
        if (told.isPresent() || !own.isAsked()) {
            return told;
        }
        for (Throwable cause = ended; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException brokenOff
                    && (cause instanceof SocketException || cause instanceof SSLException)) {
                return Optional.of(ClientCertificate.refused(brokenOff));
            }
        }
        return Optional.empty();
    }

    TlsFacts facts(SSLSocket socket) throws TlsRejectedException {
        var session = socket.getSession();
        Certificate certificate =
                gate.passed()
                        .orElseThrow(() -> new TlsRejectedException("no certificate was shown"));
        return new TlsFacts(session.getProtocol(), session.getCipherSuite(), certificate);
    }

    private SSLSocket shakeHands(Socket raw, SSLContext sessions) throws IOException {
        var named = new ControlPortSocket(raw, at.port());
        var socket =
                (SSLSocket)
                        sessions.getSocketFactory().createSocket(named, at.host(), at.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(protocols());
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private IOException told(SSLException failed) {
        Optional<Certificate> refused = gate.refused();
        if (refused.isPresent()) {
            return new UntrustedException("The certificate is not accepted.", at, refused.get());
        }
        Optional<ClientCertificateException> ofOurs = ClientCertificate.refusal(failed);
        return ofOurs.isPresent()
                ? ofOurs.get()
                : new TlsRejectedException("No TLS connection: " + failed.getMessage(), failed);
    }

    private String[] protocols() {
        return switch (rules.versions()) {
            case BEST -> new String[] {"TLSv1.3", "TLSv1.2"};
            case ONLY_12 -> new String[] {"TLSv1.2"};
            case ONLY_13 -> new String[] {"TLSv1.3"};
        };
    }

    private SSLContext newContext() throws TlsRejectedException {
        try {
            var made = SSLContext.getInstance("TLS");
            made.init(new KeyManager[] {own}, new TrustManager[] {gate}, null);
            return made;
        } catch (GeneralSecurityException unusable) {
            throw new TlsRejectedException("This computer's Java cannot do TLS.", unusable);
        }
    }
}
