package dev.crossdock.testing;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.DataConnection.Role;
import dev.crossdock.demo.SelfSigned;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/// The data connections of one session: who opens them, and who is TLS client on them.
final class ScriptedData {

    private static final int TIMEOUT = 30_000;
    private static final int LOOK = 20;

    private final Setup setup;
    private final ScriptedTls tls;
    private final InetAddress controlPeer;
    private final List<DataConnection> log;

    private volatile boolean secure;
    private volatile boolean sscn;
    private volatile boolean cpsv;
    private volatile @Nullable ServerSocket listening;
    private volatile @Nullable InetSocketAddress target;
    private volatile @Nullable Socket connected;
    private volatile CountDownLatch givenUp = new CountDownLatch(0);

    ScriptedData(Setup setup, ScriptedTls tls, InetAddress controlPeer, List<DataConnection> log) {
        this.setup = setup;
        this.tls = tls;
        this.controlPeer = controlPeer;
        this.log = log;
    }

    void protect(boolean on) {
        secure = on;
    }

    boolean isSecure() {
        return secure;
    }

    void beTlsClient(boolean on) {
        sscn = on;
    }

    boolean isTlsClient() {
        return sscn;
    }

    /// Listens and returns the port; with `client` this server is TLS client, this once.
    int listen(boolean client) throws IOException {
        close();
        var socket = new ServerSocket(0, 1, setup.address());
        socket.setSoTimeout(TIMEOUT);
        listening = socket;
        givenUp = new CountDownLatch(1);
        cpsv = client;
        return socket.getLocalPort();
    }

    void connectTo(InetSocketAddress address) {
        close();
        target = address;
        givenUp = new CountDownLatch(1);
        cpsv = false;
    }

    boolean isForeign(InetAddress address) {
        return !address.equals(controlPeer);
    }

    boolean isPrepared() {
        return listening != null || target != null;
    }

    /// Opens the TCP connection.
    Socket open() throws IOException {
        var passive = listening;
        var active = target;
        Socket socket;
        if (passive != null) {
            socket = passive.accept();
        } else if (active != null) {
            socket = new Socket();
            connected = socket;
            socket.bind(new InetSocketAddress(setup.address(), 0));
            socket.connect(active, TIMEOUT);
        } else {
            throw new SocketException("neither PORT nor PASV");
        }
        connected = socket;
        if (passive != null
                && setup.can(Skill.REFUSES_FOREIGN_PEER)
                && isForeign(socket.getInetAddress())) {
            throw new RefusedData("425 Security: Bad IP connecting.");
        }
        socket.setSoTimeout(TIMEOUT);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /// Does the TLS handshake where PROT P wants it, and notes the connection.
    ///
    /// @param listing whether it carries a listing, which SSCN does not touch
    Socket protect(Socket plain, boolean listing, Optional<SelfSigned> other) throws IOException {
        Role role = listening != null ? Role.PASSIVE : Role.ACTIVE;
        if (!secure) {
            note(role, plain, false, "clear");
            return plain;
        }
        boolean client = isClient(role, plain.getInetAddress(), listing);
        ScriptedTls own = other.isPresent() ? new ScriptedTls(other.get(), setup) : tls;
        SSLSocket socket = own.wrap(plain, client);
        note(role, plain, client, socket.getSession().getProtocol());
        return socket;
    }

    /// Waits for the test to say so, unless this data connection is given up before.
    void await(CountDownLatch latch) throws IOException, InterruptedException {
        while (!latch.await(LOOK, TimeUnit.MILLISECONDS)) {
            if (givenUp.getCount() == 0) {
                throw new SocketException("given up");
            }
        }
    }

    /// Waits until the test's end or an ABOR gives this data connection up.
    void awaitClose() throws IOException, InterruptedException {
        givenUp.await();
        throw new SocketException("given up");
    }

    /// Keeps this data connection open until the thread is interrupted.
    void cling() throws InterruptedException {
        Socket kept = connected;
        connected = null;
        try {
            new CountDownLatch(1).await();
        } finally {
            close(kept);
        }
    }

    void close() {
        givenUp.countDown();
        target = null;
        close(listening);
        listening = null;
        close(connected);
        connected = null;
    }

    private boolean isClient(Role role, InetAddress peer, boolean listing) {
        boolean told = (sscn && !listing) || (role == Role.PASSIVE && cpsv);
        return (told && !setup.can(Skill.FALSE_SSCN))
                || (role == Role.ACTIVE && !setup.can(Skill.FALSE_PROXY) && proxyHolds(peer));
    }

    private boolean proxyHolds(InetAddress peer) {
        return switch (setup.proxy()) {
            case NONE -> false;
            case OTHER_ADDRESS -> isForeign(peer);
            case DEMO_ALWAYS -> true;
        };
    }

    private void note(Role role, Socket plain, boolean client, String protocol) {
        log.add(
                new DataConnection(
                        role,
                        client,
                        secure,
                        plain.getInetAddress(),
                        plain.getLocalAddress(),
                        protocol));
    }

    private static void close(@Nullable Closeable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // given up in any case
        }
    }
}
