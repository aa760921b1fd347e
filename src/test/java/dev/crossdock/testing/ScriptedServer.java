package dev.crossdock.testing;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.SelfSigned;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
    private final Logins logins = new Logins();
    private final FileTree files;
    private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
    private final List<DataConnection> dataConnections = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Gate gate;

    private ScriptedServer(Setup setup, SelfSigned certificate) throws IOException {
        this.setup = setup;
        this.certificate = certificate;
        this.files = new FileTree(setup.can(Skill.CASE_BLIND));
        this.tls = new ScriptedTls(certificate, setup);
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
        return onCommand(verb, 0, times, behaviour);
    }

    /// Is sane so many times that this command comes, and then does this so many times.
    public ScriptedServer onCommand(String verb, int sane, int times, Behaviour behaviour) {
        rules.add(verb, sane, times, behaviour);
        return this;
    }

    /// On the command with this number on its connection, counted from 1 on, on so many
    /// connections.
    public ScriptedServer onNthCommand(int number, int times, Behaviour behaviour) {
        rules.addNth(number, times, behaviour);
        return this;
    }

    /// Has each reply wait at a gate. One that still waits there when a test ends has to be let
    /// through, or its connection does not end.
    public ScriptedServer holdReplies(Gate closed) {
        gate = closed;
        return this;
    }

    /// Sane again.
    public void forgetRules() {
        rules.clear();
    }

    /// The commands of each connection, passwords and all, in the order in which they came.
    public List<List<String>> received() {
        return log().stream()
                .map(connection -> connection.stream().map(Received::line).toList())
                .toList();
    }

    /// The same with how they came.
    public List<List<Received>> log() {
        return connections.stream().map(ScriptedConnection::received).toList();
    }

    /// The commands of all connections, those in one list that came in one write.
    public List<List<String>> writes() {
        var writes = new ArrayList<List<String>>();
        for (List<Received> connection : log()) {
            var reads = new TreeMap<Integer, List<String>>();
            for (Received each : connection) {
                reads.computeIfAbsent(each.read(), _ -> new ArrayList<>()).add(each.line());
            }
            writes.addAll(reads.values());
        }
        return writes;
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

    Logins logins() {
        return logins;
    }

    void passGate() throws InterruptedException {
        Gate closed = gate;
        if (closed != null) {
            closed.pass();
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
