package dev.crossdock.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A port of ours for one connection that a server makes.
public final class Listener implements Closeable {

    private static final int BACKLOG = 5;

    private final ServerSocket socket;

    /// @param socket bound
    Listener(ServerSocket socket) {
        this.socket = socket;
    }

    public static Listener on(InetAddress own) throws IOException {
        return new Listener(new ServerSocket(0, BACKLOG, own));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// Waits for a connection from this address; those from elsewhere are closed unread.
    public Link accept(InetAddress peer, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (true) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new SocketTimeoutException("too late");
                }
                socket.setSoTimeout((int) left);
                Socket connected = socket.accept();
                if (!connected.getInetAddress().equals(peer)) {
                    Link.closeQuietly(connected);
                    continue;
                }
                try {
                    return Link.over(connected);
                } catch (SocketException gone) {
                    // Its other end has left already; the next one may stay.
                }
            }
        } catch (SocketTimeoutException late) {
            throw new UnreachableException(
                    "The server did not connect to our port %d within %d s."
                            .formatted(port(), deadline.toSeconds()),
                    late);
        }
    }

    /// Ends a wait in [#accept], too.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAnyhow) {
            // There is nothing left to do with it.
        }
    }
}
