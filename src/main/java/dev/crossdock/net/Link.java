package dev.crossdock.net;

import dev.crossdock.model.TlsFacts;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/// One TCP connection to a server, in clear until [#secure].
public final class Link implements Closeable {

    private final Socket raw;
    private volatile @Nullable SSLSocket tls;
    private volatile @Nullable TlsFacts facts;

    private Link(Socket raw) {
        this.raw = raw;
    }

    /// Connects to the first address of the host that answers.
    ///
    /// @param deadline for each address
    public static Link connect(String host, int port, Duration deadline) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new UnreachableException("No host is known by the name " + host + ".", unknown);
        }
        @Nullable IOException first = null;
        for (InetAddress address : addresses) {
            try {
                return connect(address, port, deadline);
            } catch (IOException failed) {
                first = first == null ? failed : first;
            }
        }
        throw first == null ? new UnreachableException(host + " has no address.") : first;
    }

    public static Link connect(InetAddress address, int port, Duration deadline)
            throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), (int) deadline.toMillis());
            return over(socket);
        } catch (SocketTimeoutException silent) {
            closeQuietly(socket);
            throw new SilentException(
                    "No answer from port " + port + " within " + deadline.toSeconds() + " s.",
                    silent);
        } catch (IOException failed) {
            closeQuietly(socket);
            throw new UnreachableException(
                    "No connection to port " + port + ": " + failed.getMessage(), failed);
        }
    }

    /// @param connected by whom is of no matter; closed if it is of no use
    static Link over(Socket connected) throws SocketException {
        try {
            connected.setTcpNoDelay(true);
            connected.setKeepAlive(true);
            return new Link(connected);
        } catch (SocketException gone) {
            closeQuietly(connected);
            throw gone;
        }
    }

    /// Does something that reads or writes here; past the deadline the connection is closed.
    public <T> T within(Duration deadline, Talk<T> talk) throws IOException {
        try (var guard = Guard.over(raw, deadline)) {
            try {
                return talk.run();
            } catch (IOException failed) {
                if (guard.expired()) {
                    throw new SilentException(
                            "No answer within " + deadline.toSeconds() + " s.", failed);
                }
                throw failed;
            }
        }
    }

    /// Puts TLS on top, with us as client.
    public TlsFacts secure(TlsClient client, Duration deadline) throws IOException {
        return secured(client, within(deadline, () -> client.secure(raw)));
    }

    /// The same for a data connection, with the session of the control connection where the site
    /// wants it so.
    public TlsFacts secureData(TlsClient client, Duration deadline) throws IOException {
        return secured(client, within(deadline, () -> client.secureData(raw)));
    }

    private TlsFacts secured(TlsClient client, SSLSocket socket) throws TlsRejectedException {
        TlsFacts agreed = client.facts(socket);
        tls = socket;
        facts = agreed;
        return agreed;
    }

    public Optional<TlsFacts> tls() {
        return Optional.ofNullable(facts);
    }

    public InputStream input() throws IOException {
        SSLSocket socket = tls;
        return socket == null ? raw.getInputStream() : socket.getInputStream();
    }

    public OutputStream output() throws IOException {
        SSLSocket socket = tls;
        return socket == null ? raw.getOutputStream() : socket.getOutputStream();
    }

    /// A read that gets no byte for so long fails with a [SocketTimeoutException].
    public void readTimeout(Duration idle) throws IOException {
        raw.setSoTimeout((int) idle.toMillis());
    }

    /// The server's address.
    public InetAddress peer() {
        return raw.getInetAddress();
    }

    /// Our address on this connection.
    public InetAddress own() {
        return raw.getLocalAddress();
    }

    /// Says that nothing more will be sent, and waits for the peer to end as well.
    ///
    /// Closing at once, with something of the peer's unread, would reset the connection and could
    /// cost the end of what was sent. How it went only the control connection can tell.
    public void endOutput(Duration deadline) {
        try {
            within(
                    deadline,
                    () -> {
                        SSLSocket socket = tls;
                        if (socket == null) {
                            raw.shutdownOutput();
                        } else {
                            socket.shutdownOutput();
                        }
                        return input().transferTo(OutputStream.nullOutputStream());
                    });
        } catch (IOException endedOtherwise) {
            close();
        }
    }

    /// Closes the raw socket at once, from any thread; a polite end of TLS could block.
    @Override
    public void close() {
        closeQuietly(raw);
    }

    /// Says goodbye in TLS, then closes; for a connection on which the other end has finished.
    public void closePolitely(Duration deadline) {
        SSLSocket socket = tls;
        if (socket != null) {
            try {
                within(
                        deadline,
                        () -> {
                            socket.close();
                            return true;
                        });
            } catch (IOException alreadyGone) {
                // The peer need not hear our goodbye.
            }
        }
        close();
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyhow) {
            // There is nothing left to do with it.
        }
    }

    /// A stretch of talk that has to end before a deadline.
    @FunctionalInterface
    public interface Talk<T> {
        T run() throws IOException;
    }
}
