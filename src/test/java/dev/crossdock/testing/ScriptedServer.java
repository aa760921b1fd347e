package dev.crossdock.testing;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.SelfSigned;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A little FTPS server on loopback that behaves until it is told not to.
///
/// It keeps its files in memory, remembers each command, and can be one side of a transfer between
/// two servers. Rules are added before or during a test: each applies so many times, the first one
/// that is not used up wins, and without one the server does the sane thing. The greeting is the
/// answer to the command `CONNECT`.
public final class ScriptedServer implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(10);

    private final Setup setup;
    private final SelfSigned certificate;
    private final ScriptedTls tls;
    private final ServerSocket listening;
    private final Rules rules = new Rules();
    private final FileTree files;
    private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
    private final List<DataConnection> dataConnections = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private ScriptedServer(Setup setup, SelfSigned certificate) throws IOException {
        this.setup = setup;
        this.certificate = certificate;
        this.files = new FileTree(setup.can(Skill.CASE_BLIND));
        this.tls = new ScriptedTls(certificate, setup.tlsProtocols());
        this.listening = new ServerSocket(0, 50, setup.address());
    }

    public static ScriptedServer start() throws IOException {
        return start(Setup.USUAL);
    }

    public static ScriptedServer start(Setup setup) throws IOException {
        return start(setup, selfSigned(setup.address()));
    }

    /// Started anew with another certificate, a server is one whose certificate has changed.
    public static ScriptedServer start(Setup setup, SelfSigned certificate) throws IOException {
        var server = new ScriptedServer(setup, certificate);
        server.spawn(server::accept);
        return server;
    }

    public static SelfSigned selfSigned(InetAddress address) throws IOException {
        return SelfSigned.create("scripted", List.of("localhost"), address, Instant.now());
    }

    public InetAddress address() {
        return setup.address();
    }

    public int port() {
        return listening.getLocalPort();
    }

    public Setup setup() {
        return setup;
    }

    public SelfSigned certificate() {
        return certificate;
    }

    public FileTree files() {
        return files;
    }

    /// From now on, whenever this command comes.
    public ScriptedServer onCommand(String verb, Behaviour behaviour) {
        return onCommand(verb, Integer.MAX_VALUE, behaviour);
    }

    /// The next so many times that this command comes.
    public ScriptedServer onCommand(String verb, int times, Behaviour behaviour) {
        rules.add(verb, times, behaviour);
        return this;
    }

    /// Sane again.
    public void forgetRules() {
        rules.clear();
    }

    /// The commands of each connection, passwords and all, in the order in which they came.
    public List<List<String>> received() {
        return connections.stream().map(ScriptedConnection::received).toList();
    }

    /// The commands of all connections in one list.
    public List<String> commands() {
        return received().stream().flatMap(List::stream).toList();
    }

    /// How many control connections nobody has ended yet.
    public int openConnections() {
        return (int) connections.stream().filter(ScriptedConnection::isOpen).count();
    }

    public List<DataConnection> dataConnections() {
        return List.copyOf(dataConnections);
    }

    /// Closes every control and data connection from this side, as a crash would.
    public void dropConnections() throws IOException {
        for (ScriptedConnection connection : connections) {
            connection.close();
        }
    }

    /// Ends all sockets and threads, and fails if one of them stays or has failed.
    @Override
    public void close() throws IOException {
        listening.close();
        dropConnections();
        Instant deadline = Instant.now().plus(END);
        while (!threads.isEmpty()) {
            for (Thread thread : threads) {
                end(thread, Duration.between(Instant.now(), deadline));
            }
        }
        if (!bugs.isEmpty()) {
            throw new AssertionError("the scripted server itself failed", bugs.getFirst());
        }
    }

    private static void end(Thread thread, Duration patience) {
        thread.interrupt();
        try {
            if (!thread.join(patience)) {
                throw new AssertionError(thread.getName() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a scripted server ended", e);
        }
    }

    Thread spawn(Work work) {
        var thread = Thread.ofVirtual().name("scripted-" + port()).unstarted(() -> attempt(work));
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException e) {
            // The peer left, or this server was told to.
        } catch (RuntimeException e) {
            bugs.add(e);
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listening.accept();
            socket.setTcpNoDelay(true);
            var connection =
                    new ScriptedConnection(setup, rules, tls, this, socket, dataConnections);
            connections.add(connection);
            spawn(connection::serve);
        }
    }

    interface Work {
        void run() throws IOException, InterruptedException;
    }
}
