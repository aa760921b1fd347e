package dev.crossdock.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A second port of a server, through which every byte arrives later by a fixed time.
///
/// It delays as a long line does: each piece by the same time, however many are on their way. The
/// server sees connections from 127.0.0.1, so it has to listen on another loopback address for its
/// `+proxy` to hold.
final class DelayedPort implements Closeable {

    private final InetSocketAddress server;
    private final Duration latency;
    private final ServerSocket listening;
    private final AtomicLong flights = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// @param due on the clock of [System#nanoTime]
    private record Piece(ByteBuffer bytes, long due) {}

    /// @param latency of one direction
    DelayedPort(InetAddress address, int port, Duration latency) throws IOException {
        this.server = new InetSocketAddress(address, port);
        this.latency = latency;
        this.listening = new ServerSocket(0, 50, address);
        spawn("accept", this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// How often a client has spoken after it had heard something, on all connections.
    long flights() {
        return flights.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = ready(listening.accept());
            Socket far = ready(new Socket());
            far.connect(server);
            var heard = new AtomicBoolean(true);
            line(client, far, () -> flights.addAndGet(heard.getAndSet(false) ? 1 : 0), () -> {});
            line(far, client, () -> {}, () -> heard.set(true));
        }
    }

    /// @param left runs when a piece has come in
    /// @param arriving runs before a piece goes out
    private void line(Socket from, Socket to, Runnable left, Runnable arriving) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
        spawn("in", () -> read(from, pieces, left));
        spawn("out", () -> write(to, pieces, arriving));
    }

    /// Ends with an empty piece.
    private void read(Socket from, BlockingQueue<Piece> pieces, Runnable left) {
        byte[] buffer = new byte[16 * 1024];
        try (from) {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                left.run();
                pieces.add(new Piece(ByteBuffer.wrap(Arrays.copyOf(buffer, count)), due()));
            }
        } catch (IOException gone) {
            // The other end hears of it as of any other end.
        } finally {
            open.remove(from);
            pieces.add(new Piece(ByteBuffer.allocate(0), due()));
        }
    }

    private static void write(Socket to, BlockingQueue<Piece> pieces, Runnable arriving)
            throws IOException, InterruptedException {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Piece piece = pieces.take(); piece.bytes().hasRemaining(); piece = pieces.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                arriving.run();
                out.write(piece.bytes().array());
            }
        }
    }

    private long due() {
        return System.nanoTime() + latency.toNanos();
    }

    private Socket ready(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private static void spawn(String what, Work work) {
        Thread.ofVirtual()
                .name("delayed-" + what)
                .start(() -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException ended) {
                        // Both ends are told by the closing of their sockets.
                    }
                });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
