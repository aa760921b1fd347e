package dev.crossdock.demo;

import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// One server's TLS: as server on both connections, as client where `+proxy` makes it one.
///
/// Control and data connections share one context, so a client may resume the control connection's
/// session on the data connection; it need not.
final class ServerTls implements SslConfiguration {

    private final SSLContext asServer;
    private final SSLContext asClient;
    private final List<String> protocols;

    ServerTls(SelfSigned certificate, List<String> protocols) throws IOException {
        this.asServer = certificate.serverContext();
        this.asClient = trustingContext();
        this.protocols = List.copyOf(protocols);
    }

    /// Layers TLS on a connected socket, without the handshake.
    SSLSocket wrap(Socket plain, boolean client) throws IOException {
        var factory = (client ? asClient : asServer).getSocketFactory();
        var socket =
                (SSLSocket)
                        factory.createSocket(
                                plain,
                                plain.getInetAddress().getHostAddress(),
                                plain.getPort(),
                                true);
        socket.setUseClientMode(client);
        socket.setEnabledProtocols(getEnabledProtocols());
        return socket;
    }

    @Override
    public SSLSocketFactory getSocketFactory() {
        return asServer.getSocketFactory();
    }

    @Override
    public SSLContext getSSLContext() {
        return asServer;
    }

    @Override
    public SSLContext getSSLContext(String protocol) {
        return asServer;
    }

    /// Null means the JDK's own choice.
    @Override
    public String @Nullable [] getEnabledCipherSuites() {
        return null;
    }

    @Override
    public String getEnabledProtocol() {
        return protocols.getFirst();
    }

    @Override
    public String[] getEnabledProtocols() {
        return protocols.toArray(String[]::new);
    }

    @Override
    public ClientAuth getClientAuth() {
        return ClientAuth.NONE;
    }

    private static SSLContext trustingContext() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyPeer()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("This JDK cannot do TLS: " + e.getMessage(), e);
        }
    }
}
