package dev.crossdock.testing;

import dev.crossdock.demo.SelfSigned;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// TLS over a connected socket, in either role.
final class ScriptedTls {

    private final SSLContext asServer;
    private final SSLContext asClient;
    private final String[] protocols;
    private final boolean asksBack;
    private final boolean demands;

    ScriptedTls(SelfSigned certificate, Setup setup) throws IOException {
        this.demands =
                setup.can(Skill.DEMANDS_CERTIFICATE) || setup.can(Skill.REFUSES_CERTIFICATES);
        this.asksBack = demands || setup.can(Skill.ASKS_FOR_CERTIFICATE);
        this.asServer =
                asksBack
                        ? asking(certificate, setup.can(Skill.REFUSES_CERTIFICATES))
                        : certificate.serverContext();
        this.asClient = trusting();
        this.protocols = setup.tlsProtocols().toArray(String[]::new);
    }

    SSLSocket wrap(Socket plain, boolean client) throws IOException {
        var factory = (client ? asClient : asServer).getSocketFactory();
        String host = plain.getInetAddress().getHostAddress();
        var socket = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), true);
        socket.setUseClientMode(client);
        if (!client && demands) {
            socket.setNeedClientAuth(true);
        } else if (!client && asksBack) {
            socket.setWantClientAuth(true);
        }
        socket.setEnabledProtocols(protocols);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext asking(SelfSigned certificate, boolean strict) throws IOException {
        try {
            char[] noPassword = {};
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(ClientKeys.store(certificate, noPassword), noPassword);
            var context = SSLContext.getInstance("TLS");
            context.init(
                    keys.getKeyManagers(),
                    new TrustManager[] {strict ? new TrustNone() : new TrustAll()},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static SSLContext trusting() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
