package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// Sees how files grow on targets, on one spare session a server.
///
/// The session is taken only when a file has been on its way for a moment, so that small files cost
/// no login; where the server grants none, nobody hears anything.
final class TargetWatch implements AutoCloseable {

    private static final long FIRST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PERIOD_MS = 1_000;
    private static final long AFTER_FAILURE_MS = 15_000;

    private final Sessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Server, List<Watched>> watched = new HashMap<>();
    private boolean closed;

    /// @param heard gets the file's size in bytes, again and again
    /// @param lost is told when the file cannot be looked at
    /// @param silent is told when the server does not answer
    /// @param since when it set out, on the clock of [System#nanoTime]
    private record Watched(
            RemotePath file, LongConsumer heard, Runnable lost, Runnable silent, long since) {

        /// Nanoseconds until it has been on its way for long enough to be looked at.
        long untilLook() {
            return since + FIRST_LOOK_NANOS - System.nanoTime();
        }
    }

    /// Ends one file's watch.
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    TargetWatch(Sessions sessions) {
        this.sessions = sessions;
    }

    Watch watch(
            Server server, RemotePath file, LongConsumer heard, Runnable lost, Runnable silent) {
        var one = new Watched(file, heard, lost, silent, System.nanoTime());
        lock.lock();
        try {
            List<Watched> files = watched.get(server);
            if (files == null) {
                files = new ArrayList<>();
                watched.put(server, files);
                Thread.ofVirtual().name("watch-" + server.name()).start(() -> look(server));
            }
            files.add(one);
        } finally {
            lock.unlock();
        }
        return () -> forget(server, one);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget(Server server, Watched one) {
        lock.lock();
        try {
            List<Watched> files = watched.get(server);
            if (files != null) {
                files.remove(one);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Runs as long as files of the server are watched, on a session of its own: one that a job is
    /// waiting for must not be away for a look.
    private void look(Server server) {
        @Nullable Session session = null;
        try {
            long pause = 0;
            while (true) {
                List<Watched> files = filesAfter(server, pause);
                if (files.isEmpty()) {
                    return;
                }
                try {
                    if (session == null || session.isBroken()) {
                        session = sessions.spare(server);
                    }
                    lookAt(session, files);
                    pause = PERIOD_MS;
                } catch (IOException unobservable) {
                    boolean silent = FailureMapper.isSilence(unobservable);
                    files.forEach(one -> (silent ? one.silent() : one.lost()).run());
                    // Whoever is silent has cost a deadline.
                    pause = silent ? PERIOD_MS : AFTER_FAILURE_MS;
                }
            }
        } catch (InterruptedException interrupt) {
            breakOff(server);
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            breakOff(server);
            throw fault;
        } finally {
            if (session != null) {
                session.quit();
            }
        }
    }

    /// Whoever watches after this gets a new look.
    private void breakOff(Server server) {
        lock.lock();
        try {
            List<Watched> left = watched.remove(server);
            if (left != null) {
                left.forEach(one -> one.lost().run());
            }
        } finally {
            lock.unlock();
        }
    }

    /// The files to look at once the pause is over; none ends the watch of the server.
    private List<Watched> filesAfter(Server server, long pause) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pause);
            while (!closed) {
                List<Watched> files = watched.getOrDefault(server, List.of());
                if (left > 0) {
                    left = changed.awaitNanos(left);
                } else if (files.isEmpty()) {
                    break;
                } else if (files.getFirst().untilLook() > 0) {
                    left = files.getFirst().untilLook();
                } else {
                    return files.stream().filter(one -> one.untilLook() <= 0).toList();
                }
            }
            watched.remove(server);
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private static void lookAt(Session session, List<Watched> files) throws IOException {
        for (Watched one : files) {
            try {
                session.size(one.file()).ifPresentOrElse(one.heard(), one.lost());
            } catch (RefusedException notThisOne) {
                one.lost().run();
            }
        }
    }
}
