package dev.crossdock.browse;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.DataRefusedException;
import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A [Browser] on a session of its own.
public final class ServerBrowser implements Browser {

    private static final int DEEPEST = 200;
    private static final Set<Integer> NOTHING_THERE = Set.of(550, 553);

    private final Server server;
    private final Connector connector;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Session session;
    private volatile @Nullable LoginAttempt login;
    private volatile @Nullable KeepAlive keepAlive;
    private volatile boolean closed;

    public ServerBrowser(Server server, Connector connector) {
        this.server = server;
        this.connector = connector;
    }

    @Override
    public ServerFacts connect() throws FailureException, InterruptedException {
        return call(session -> session.facts());
    }

    @Override
    public Listing list(RemotePath folder) throws FailureException, InterruptedException {
        return call(session -> session.list(folder));
    }

    @Override
    public Optional<Entry> look(RemotePath path) throws FailureException, InterruptedException {
        return call(session -> look(session, path));
    }

    @Override
    public void makeFolder(RemotePath folder) throws FailureException, InterruptedException {
        call(session -> {
            session.makeFolder(folder);
            return folder;
        });
    }

    @Override
    public void rename(RemotePath from, RemotePath to)
            throws FailureException, InterruptedException {
        call(session -> {
            requireFree(session, from, to);
            session.rename(from, to);
            return to;
        });
    }

    @Override
    public void delete(RemotePath path, Entry.Kind kind)
            throws FailureException, InterruptedException {
        call(session -> {
            delete(session, path, kind, 0);
            return path;
        });
    }

    @Override
    public void chmod(RemotePath path, String mode) throws FailureException, InterruptedException {
        if (!mode.matches("[0-7]{3,4}")) {
            throw new IllegalArgumentException("not an octal mode: " + mode);
        }
        call(session -> {
            session.changeMode(path, mode);
            return path;
        });
    }

    @Override
    public void write(RemotePath file, byte[] content)
            throws FailureException, InterruptedException {
        call(session -> {
            try (var outgoing = session.store(file, 0)) {
                outgoing.out().write(content);
                outgoing.finish();
            }
            return file;
        });
    }

    @Override
    public void close() {
        closed = true;
        LoginAttempt underWay = login;
        if (underWay != null) {
            underWay.giveUp();
        }
        Session open = session;
        if (open != null) {
            open.quit();
        }
        KeepAlive signs = keepAlive;
        if (signs != null) {
            signs.close();
        }
    }

    /// Most servers replace a file of the new name without a word.
    private static void requireFree(Session session, RemotePath from, RemotePath to)
            throws IOException, FailureException {
        boolean otherCase = from.foldedCase().equals(to.foldedCase());
        if (!otherCase && isThere(session, to)) {
            String name = session.server().name();
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.EXISTS,
                            name,
                            "%s already has %s.".formatted(name, to),
                            Failure.Remedy.ASK_USER,
                            "Choose another name, or remove it first."));
        }
    }

    private static boolean isThere(Session session, RemotePath file) throws IOException {
        try {
            return session.size(file).isPresent();
        } catch (RefusedException cannotTell) {
            return false;
        }
    }

    private static Optional<Entry> look(Session session, RemotePath path) throws IOException {
        if (session.isFolder(path)) {
            return Optional.of(Entry.folder(path.isRoot() ? "root" : path.name()));
        }
        String question = "SIZE " + path;
        Reply reply = session.ask(question);
        if (NOTHING_THERE.contains(reply.code())) {
            return Optional.empty();
        }
        if (!reply.isPositive()) {
            throw new RefusedException(question, reply);
        }
        return Optional.of(
                new Entry(
                        path.name(),
                        Entry.Kind.FILE,
                        session.sizeFrom(path, reply),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static void delete(Session session, RemotePath path, Entry.Kind kind, int depth)
            throws IOException {
        switch (kind) {
            case FILE, LINK, OTHER -> session.deleteFile(path);
            case FOLDER -> {
                if (depth == DEEPEST) {
                    throw new IOException("folders inside each other " + DEEPEST + " deep");
                }
                for (Entry entry : session.list(path).entries()) {
                    delete(session, path.child(entry.name()), entry.kind(), depth + 1);
                }
                session.removeFolder(path);
            }
        }
    }

    /// Does something on the session; a session that was found lost is made anew once.
    private <T> T call(Work<T> work) throws FailureException, InterruptedException {
        turn.lockInterruptibly();
        try {
            boolean fresh = session == null;
            Session open = open();
            try {
                return work.on(open);
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException lost) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while talking to the server");
                }
                boolean mayBeOld = !fresh || lost instanceof DataRefusedException;
                if (!mayBeOld || !open.isBroken() || closed) {
                    throw lost;
                }
                return work.on(open());
            }
        } catch (IOException failed) {
            throw closed ? ended() : new FailureException(told(failed), failed);
        } finally {
            KeepAlive signs = keepAlive;
            if (signs != null) {
                signs.used();
            }
            turn.unlock();
        }
    }

    /// A sign of life, unless somebody is talking to the server anyhow. What has become of the
    /// session the next call will find out.
    private void giveSign() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            Session open = session;
            if (open != null && !open.isBroken()) {
                open.noop();
            }
        } catch (IOException gone) {
            // The session knows that it is broken.
        } finally {
            turn.unlock();
        }
    }

    private void keepAlive() {
        Duration interval = server.options().keepAlive();
        if (keepAlive == null && interval.isPositive()) {
            keepAlive = new KeepAlive(server.name(), interval, this::giveSign);
        }
    }

    private Failure told(IOException failed) {
        Failure failure = FailureMapper.map(failed, server);
        return FailureMapper.isFull(failed) ? failure.with(Failure.Remedy.RETRY_LATER) : failure;
    }

    private Session open() throws IOException, InterruptedException, FailureException {
        Session open = session;
        if (open != null && !open.isBroken()) {
            return open;
        }
        if (closed) {
            throw ended();
        }
        var attempt = new LoginAttempt(connector, server);
        login = attempt;
        if (closed) {
            throw ended();
        }
        Session made = attempt.session().orElseThrow(this::ended);
        session = made;
        keepAlive();
        if (closed) {
            close();
            throw ended();
        }
        return made;
    }

    private FailureException ended() {
        return new FailureException(
                Failure.of(
                        Failure.Kind.CANCELLED,
                        server.name(),
                        "The connection to %s was closed.".formatted(server.name()),
                        Failure.Remedy.ASK_USER,
                        "Connect again."));
    }

    private interface Work<T> {
        T on(Session session) throws IOException, FailureException;
    }
}
