package dev.crossdock.ftp;

import dev.crossdock.model.Server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Logged-in sessions, kept for the next job for a while.
///
/// How many are open at once is bounded by who takes them: each job takes one a server.
public final class Sessions implements AutoCloseable {

    private static final Duration KEPT = Duration.ofSeconds(45);
    private static final Duration SURE = Duration.ofSeconds(5);
    private static final int MOST_IDLE = 8;

    private final Connector connector;
    private final Clock clock;
    private final Map<Server, Deque<Idle>> idle = new HashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean closed;

    private record Idle(Session session, Instant since) {}

    public Sessions(Connector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
        Thread.ofVirtual().name("session-sweeper").start(this::sweepNowAndThen);
    }

    /// The session used last, or a new one. It is the caller's until [#giveBack].
    ///
    /// One under TLS 1.3 is none for a server that was seen to need TLS 1.2.
    public Session take(Server server) throws IOException, InterruptedException {
        boolean onlyTls12 = connector.isOnlyTls12(server);
        if (onlyTls12) {
            outdated(server).forEach(Session::quit);
        }
        for (var next = takeIdle(server, onlyTls12);
                next.isPresent();
                next = takeIdle(server, onlyTls12)) {
            Session session = next.get().session();
            if (Thread.interrupted()) {
                giveBack(session);
                throw new InterruptedException("cancelled");
            }
            if (isAlive(next.get())) {
                return session;
            }
            session.close();
        }
        return connector.connect(server);
    }

    /// A session beside those that jobs take, for as long as the caller wants it; nobody is asked.
    public Session spare(Server server) throws IOException, InterruptedException {
        return connector.connectQuietly(server);
    }

    /// Takes this very session if it lies idle; like [#take], it is the caller's then.
    public synchronized boolean takeBack(Session session) {
        Deque<Idle> sessions = idle.get(session.server());
        return sessions != null && sessions.removeIf(one -> one.session() == session);
    }

    /// Takes a session back; a broken one is thrown away.
    public void giveBack(Session session) {
        if (session.isBroken() || !keep(session)) {
            session.quit();
        }
    }

    /// Ends all idle sessions; those that are out are ended when they come back.
    @Override
    public void close() {
        end.countDown();
        for (Session session : drain()) {
            session.quit();
        }
    }

    private boolean isAlive(Idle candidate) {
        Session session = candidate.session();
        if (session.isBroken()) {
            return false;
        }
        try {
            session.requireQuiet();
        } catch (IOException gone) {
            return false;
        }
        if (Duration.between(candidate.since(), clock.instant()).compareTo(SURE) < 0) {
            return true;
        }
        try {
            session.noop();
            return !session.isBroken();
        } catch (IOException gone) {
            return false;
        }
    }

    private synchronized Optional<Idle> takeIdle(Server server, boolean onlyTls12) {
        Deque<Idle> sessions = idle.getOrDefault(server, new ArrayDeque<>());
        Optional<Idle> first =
                sessions.stream()
                        .filter(one -> !onlyTls12 || !one.session().isUnderTls13())
                        .findFirst();
        first.ifPresent(sessions::remove);
        return first;
    }

    /// Takes out what is of no use under TLS 1.3 any more. Where an answer is awaited, the session
    /// stays until it has come.
    private synchronized List<Session> outdated(Server server) {
        return takeOut(
                idle.getOrDefault(server, new ArrayDeque<>()),
                one -> one.session().isUnderTls13() && !one.session().isAwaited());
    }

    private synchronized boolean keep(Session session) {
        Deque<Idle> sessions = idle.computeIfAbsent(session.server(), _ -> new ArrayDeque<>());
        if (closed || sessions.size() >= MOST_IDLE) {
            return false;
        }
        sessions.addFirst(new Idle(session, clock.instant()));
        return true;
    }

    private void sweepNowAndThen() {
        try {
            while (!end.await(KEPT.toSeconds() / 3, TimeUnit.SECONDS)) {
                stale(clock.instant().minus(KEPT)).forEach(Session::quit);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Session> stale(Instant before) {
        var stale = new ArrayList<Session>();
        for (Deque<Idle> sessions : idle.values()) {
            stale.addAll(
                    takeOut(
                            sessions,
                            one -> one.since().isBefore(before) || one.session().isBroken()));
        }
        return stale;
    }

    private static List<Session> takeOut(Deque<Idle> sessions, Predicate<Idle> which) {
        var out = new ArrayList<Session>();
        for (Iterator<Idle> all = sessions.iterator(); all.hasNext(); ) {
            Idle candidate = all.next();
            if (which.test(candidate)) {
                out.add(candidate.session());
                all.remove();
            }
        }
        return out;
    }

    private synchronized List<Session> drain() {
        closed = true;
        var all = new ArrayList<Session>();
        idle.values().forEach(sessions -> sessions.forEach(one -> all.add(one.session())));
        idle.clear();
        return all;
    }
}
