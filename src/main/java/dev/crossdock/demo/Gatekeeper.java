package dev.crossdock.demo;

import dev.crossdock.model.TlsMode;

import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.listener.Listener;
import org.apache.mina.transport.socket.SocketSessionConfig;

/// Gives each new session our data connections, and lets nobody log in without TLS where it is
/// wanted.
final class Gatekeeper extends DefaultFtplet {

    /// Where the library looks for a session's data connections before it makes its own.
    private static final String DATA_CONNECTION = FtpIoSession.ATTRIBUTE_PREFIX + "data-connection";

    private final TlsMode mode;
    private final ServerTls tls;
    private final ProxyRule proxy;
    private final DataLog log;
    private final Listener listener;
    private final OpenSessions sessions;

    Gatekeeper(
            TlsMode mode,
            ServerTls tls,
            ProxyRule proxy,
            DataLog log,
            Listener listener,
            OpenSessions sessions) {
        this.mode = mode;
        this.tls = tls;
        this.proxy = proxy;
        this.log = log;
        this.listener = listener;
        this.sessions = sessions;
    }

    @Override
    public FtpletResult onConnect(FtpSession session) {
        // The session that is handed in refuses the attribute; the one beneath it takes it.
        for (FtpIoSession connection : listener.getActiveSessions()) {
            if (connection.getSessionId().equals(session.getSessionId())) {
                prepare(connection, new DataPort(session, tls, proxy, log));
                return FtpletResult.DEFAULT;
            }
        }
        return FtpletResult.DISCONNECT;
    }

    @Override
    public FtpletResult onDisconnect(FtpSession session) {
        sessions.ended(session.getSessionId());
        return FtpletResult.DEFAULT;
    }

    @Override
    public FtpletResult beforeCommand(FtpSession session, FtpRequest request) throws FtpException {
        boolean login = request.getCommand().equals("USER") || request.getCommand().equals("PASS");
        if (login && mode.isEncrypted() && !session.isSecure()) {
            session.write(new DefaultFtpReply(530, "AUTH TLS first: no password goes in clear."));
            return FtpletResult.SKIP;
        }
        return FtpletResult.DEFAULT;
    }

    private void prepare(FtpIoSession connection, DataPort port) {
        sessions.opened(connection.getSessionId(), port);
        connection.setAttribute(DATA_CONNECTION, port);
        connection.getCloseFuture().addListener(_ -> port.dispose());
        if (connection.getConfig() instanceof SocketSessionConfig socket) {
            // Two short replies in a row (150, 226) would otherwise wait for each other's ACK.
            socket.setTcpNoDelay(true);
        }
        connection.getFilterChain().addBefore("threadPool", "abort", new AbortFilter(port));
    }
}
