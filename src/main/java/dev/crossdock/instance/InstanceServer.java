package dev.crossdock.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Answers the other Crossdocks of a data folder.
public final class InstanceServer implements Closeable {

    /// More at once are told to come again.
    static final int MAX_CLIENTS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(InstanceServer.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(100);

    private final Path socket;
    private final ServerSocketChannel listening;
    private final Handler handler;
    private final Patience patience;
    private final Wire wire = new Wire();
    private final Semaphore free = new Semaphore(MAX_CLIENTS);
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService conversations =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("instance-client-", 0).factory());

    private InstanceServer(
            Path socket, ServerSocketChannel listening, Handler handler, Patience patience) {
        this.socket = socket;
        this.listening = listening;
        this.handler = handler;
        this.patience = patience;
    }

    /// Carries out what another Crossdock asks; called by many threads, one for each client.
    ///
    /// It is interrupted when the server closes. It must not close the server itself.
    public interface Handler {

        /// An [dev.crossdock.instance.InstanceException] reaches who asked, word for word.
        JsonNode handle(String command, ObjectNode arguments)
                throws InstanceException, InterruptedException;
    }

    /// How long a client is waited for.
    ///
    /// @param idle between two requests
    /// @param line for a request or an answer to be through
    record Patience(Duration idle, Duration line) {

        static final Patience USUAL = new Patience(Duration.ofMinutes(5), Duration.ofSeconds(10));
    }

    /// Listens for as long as it is open; the lock must outlive it.
    public static InstanceServer open(InstanceLock lock, Handler handler) throws IOException {
        return open(lock, handler, Patience.USUAL);
    }

    static InstanceServer open(InstanceLock lock, Handler handler, Patience patience)
            throws IOException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the lock is not held");
        }
        var refused =
                new IOException(
                        "Other Crossdocks cannot reach this one: no folder does for the socket.");
        for (Path socket : SocketPlaces.of(lock.dataFolder())) {
            try {
                var server = new InstanceServer(socket, listening(socket), handler, patience);
                Thread.ofVirtual().name("instance-server").start(server::accept);
                return server;
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    Path socket() {
        return socket;
    }

    /// Ends the conversations; who waits for an answer learns that there will be none.
    @Override
    public void close() throws IOException {
        if (!listening.isOpen()) {
            return;
        }
        listening.close();
        Files.deleteIfExists(socket);
        conversations.shutdownNow();
        for (SocketChannel client : clients) {
            client.close();
        }
        try {
            if (!conversations.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a command of another Crossdock does not end");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocketChannel listening(Path socket) throws IOException {
        OwnFolder.create(socket.resolveSibling(""));
        // Left behind by a process that was killed: whoever is alive holds the lock, and we do.
        Files.deleteIfExists(socket);
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return listening.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            listening.close();
            throw e;
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                welcome(listening.accept());
            } catch (IOException e) {
                if (listening.isOpen()) {
                    // Out of file descriptors, perhaps: that passes.
                    LOG.warn("another Crossdock could not be let in", e);
                    LockSupport.parkNanos(this, AFTER_TROUBLE.toNanos());
                }
            }
        }
    }

    private void welcome(SocketChannel client) throws IOException {
        if (!free.tryAcquire()) {
            refuse(client);
            return;
        }
        clients.add(client);
        try {
            conversations.execute(() -> converse(client));
        } catch (RejectedExecutionException closing) {
            clients.remove(client);
            client.close();
        }
    }

    private void converse(SocketChannel client) {
        try {
            new Conversation(client, wire, handler, patience).run();
        } finally {
            clients.remove(client);
            free.release();
        }
    }

    /// One try without waiting, which a new connection has room for.
    private void refuse(SocketChannel client) {
        try (client) {
            byte[] line =
                    wire.error(
                            NullNode.instance,
                            InstanceException.Kind.FAILED,
                            "The running Crossdock talks to too many others now. Try again later.");
            client.configureBlocking(false);
            client.write(ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip());
        } catch (IOException gone) {
            LOG.debug("a client that was one too many is gone", gone);
        }
    }
}
