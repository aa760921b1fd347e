package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// Sees how files grow on targets, on one spare session a server.
///
/// The session is taken only when a file has been on its way for a moment, so that small files cost
/// no login; where the server grants none, nobody hears anything.
final class TargetWatch implements AutoCloseable {

    private static final long FIRST_LOOK_MS = 1_000;
    private static final long PERIOD_MS = 1_000;
    private static final long AFTER_FAILURE_MS = 15_000;

    private final Sessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Server, List<Watched>> watched = new HashMap<>();
    private boolean closed;

    /// @param heard gets the file's size in bytes, again and again
    private record Watched(RemotePath file, LongConsumer heard) {}

    /// Ends one file's watch.
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    TargetWatch(Sessions sessions) {
        this.sessions = sessions;
    }

    Watch watch(Server server, RemotePath file, LongConsumer heard) {
        var one = new Watched(file, heard);
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

    /// Runs as long as files of the server are watched.
    private void look(Server server) {
        try {
            long pause = FIRST_LOOK_MS;
            while (true) {
                List<Watched> files = filesAfter(server, pause);
                if (files.isEmpty()) {
                    return;
                }
                pause = lookAt(server, files) ? PERIOD_MS : AFTER_FAILURE_MS;
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /// The files that are watched when the pause is over; none ends the watch of the server.
    private List<Watched> filesAfter(Server server, long pause) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pause);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            List<Watched> files = watched.getOrDefault(server, List.of());
            if (files.isEmpty() || closed) {
                watched.remove(server);
                return List.of();
            }
            return List.copyOf(files);
        } finally {
            lock.unlock();
        }
    }

    private boolean lookAt(Server server, List<Watched> files) throws InterruptedException {
        try {
            Session session = sessions.take(server);
            try {
                for (Watched one : files) {
                    OptionalLong size = session.size(one.file());
                    size.ifPresent(one.heard());
                }
            } finally {
                sessions.giveBack(session);
            }
            return true;
        } catch (IOException unobservable) {
            return false;
        }
    }
}
