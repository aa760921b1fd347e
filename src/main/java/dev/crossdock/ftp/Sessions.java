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
    public Session take(Server server) throws IOException, InterruptedException {
        for (var next = takeIdle(server); next.isPresent(); next = takeIdle(server)) {
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

    private synchronized Optional<Idle> takeIdle(Server server) {
        Deque<Idle> sessions = idle.get(server);
        return sessions == null ? Optional.empty() : Optional.ofNullable(sessions.pollFirst());
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
            for (Iterator<Idle> all = sessions.iterator(); all.hasNext(); ) {
                Idle candidate = all.next();
                if (candidate.since().isBefore(before) || candidate.session().isBroken()) {
                    stale.add(candidate.session());
                    all.remove();
                }
            }
        }
        return stale;
    }

    private synchronized List<Session> drain() {
        closed = true;
        var all = new ArrayList<Session>();
        idle.values().forEach(sessions -> sessions.forEach(one -> all.add(one.session())));
        idle.clear();
        return all;
    }
}
