package dev.crossdock.testing;

import dev.crossdock.demo.SelfSigned;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// TLS over a connected socket, in either role.
final class ScriptedTls {

    private final SSLContext asServer;
    private final SSLContext asClient;
    private final String[] protocols;

    ScriptedTls(SelfSigned certificate, List<String> protocols) throws IOException {
        this.asServer = certificate.serverContext();
        this.asClient = trusting();
        this.protocols = protocols.toArray(String[]::new);
    }

    SSLSocket wrap(Socket plain, boolean client) throws IOException {
        var factory = (client ? asClient : asServer).getSocketFactory();
        String host = plain.getInetAddress().getHostAddress();
        var socket = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), true);
        socket.setUseClientMode(client);
        socket.setEnabledProtocols(protocols);
        socket.startHandshake();
        return socket;
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
