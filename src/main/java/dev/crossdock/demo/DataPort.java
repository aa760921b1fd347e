package dev.crossdock.demo;

import dev.crossdock.demo.DataConnection.Role;

import org.apache.ftpserver.DataConnectionException;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.impl.IODataConnectionFactory;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

import javax.net.ssl.SSLSocket;

/// One session's data connections: prepared by PORT or PASV, opened by the transfer command.
///
/// The session's own thread prepares, opens and uses them; [#closeDataConnection] may come from any
/// thread and makes whatever waits here fail at once, which is why it takes no lock: the library
/// holds one while it waits for a peer.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class DataPort extends IODataConnectionFactory {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ACCEPT = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final InetAddress controlPeer;
    private final InetAddress own;
    private final ServerTls tls;
    private final ProxyRule proxy;
    private final DataLog log;

    private volatile boolean secure;
    private volatile boolean ended;
    private volatile @Nullable InetSocketAddress target;
    private volatile @Nullable ServerSocket listening;
    private volatile @Nullable Socket connected;

    DataPort(FtpSession session, ServerTls tls, ProxyRule proxy, DataLog log) {
        // The library's own connection is replaced whole; it gets nothing to work with.
        super(null, null);
        this.controlPeer = session.getClientAddress().getAddress();
        this.own = session.getServerAddress().getAddress();
        this.tls = tls;
        this.proxy = proxy;
        this.log = log;
    }

    @Override
    public void initActiveDataConnection(InetSocketAddress address) {
        closeDataConnection();
        target = address;
    }

    @Override
    public InetSocketAddress initPassiveDataConnection() throws DataConnectionException {
        closeDataConnection();
        try {
            var socket = new ServerSocket(0, 1, own);
            listening = socket;
            socket.setSoTimeout((int) ACCEPT.toMillis());
            return new InetSocketAddress(own, socket.getLocalPort());
        } catch (IOException e) {
            throw new DataConnectionException("cannot listen: " + e.getMessage(), e);
        }
    }

    @Override
    public org.apache.ftpserver.ftplet.DataConnection openConnection() throws IOException {
        var passive = listening;
        try {
            Socket plain = passive == null ? connect() : passive.accept();
            connected = plain;
            if (ended || getInetAddress() == null) {
                throw new SocketException("the data connection was given up");
            }
            plain.setSoTimeout((int) ACCEPT.toMillis());
            plain.setTcpNoDelay(true);
            Role role = passive == null ? Role.ACTIVE : Role.PASSIVE;
            Socket ready = secure ? protect(plain, role) : plain;
            plain.setSoTimeout((int) SILENCE.toMillis());
            note(ready, role);
            return new DataStream(ready, plain);
        } catch (IOException e) {
            closeDataConnection();
            throw e;
        }
    }

    /// Null before PORT or PASV, which the library takes for “bad sequence of commands”.
    @Override
    public @Nullable InetAddress getInetAddress() {
        var active = target;
        return active != null ? active.getAddress() : listening != null ? own : null;
    }

    @Override
    public int getPort() {
        var active = target;
        var passive = listening;
        return active != null ? active.getPort() : passive != null ? passive.getLocalPort() : 0;
    }

    @Override
    public void closeDataConnection() {
        target = null;
        close(listening);
        listening = null;
        close(connected);
        connected = null;
    }

    /// Ends the running transfer, and every later one before it begins.
    @Override
    public void dispose() {
        ended = true;
        closeDataConnection();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public void setSecure(boolean secure) {
        this.secure = secure;
    }

    @Override
    public boolean isTimeout(long now) {
        return false;
    }

    private Socket connect() throws IOException {
        var address = target;
        if (address == null) {
            throw new SocketException("the data connection was given up");
        }
        var socket = new Socket();
        connected = socket;
        try {
            socket.bind(new InetSocketAddress(own, 0));
            socket.connect(address, (int) CONNECT.toMillis());
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    private SSLSocket protect(Socket plain, Role role) throws IOException {
        boolean client =
                switch (role) {
                    case ACTIVE -> proxy.makesTlsClient(plain.getInetAddress(), controlPeer);
                    case PASSIVE -> false;
                };
        SSLSocket socket = tls.wrap(plain, client);
        socket.startHandshake();
        return socket;
    }

    private void note(Socket socket, Role role) {
        var session = socket instanceof SSLSocket protectedOne ? protectedOne : null;
        log.add(
                new DataConnection(
                        role,
                        session != null && session.getUseClientMode(),
                        session != null,
                        socket.getInetAddress(),
                        socket.getLocalAddress(),
                        session == null ? "clear" : session.getSession().getProtocol()));
    }

    private static void close(@Nullable Closeable open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            // It was to be given up in any case.
        }
    }
}
