package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// How many sessions jobs have on each server, and how many it was seen to grant.
///
/// A server that is full gets fewer of us: whoever meets a "too many" lets go of both its sessions
/// and waits for another job to end, or for a while.
final class Berths {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /// Others may have logged out by then.
    private static final Duration CAP_HOLDS = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private final Map<Server, Integer> out = new HashMap<>();
    private final Map<Server, Cap> caps = new HashMap<>();

    private record Cap(int sessions, Instant until) {}

    Berths(InstantSource clock) {
        this(clock, PATIENCE);
    }

    /// @param patience how long a job waits for a server that is full
    Berths(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /// A session on each server, both or none.
    ///
    /// @param note is told what we are waiting for
    SessionPair pair(Sessions sessions, Server source, Server target, Consumer<String> note)
            throws FailureException, InterruptedException {
        return claim(
                List.of(source, target),
                note,
                left -> SessionPair.take(sessions, source, target, left));
    }

    /// A session on one server.
    ///
    /// @param note is told what we are waiting for
    LoneSession one(Sessions sessions, Server server, Consumer<String> note)
            throws FailureException, InterruptedException {
        return claim(List.of(server), note, left -> LoneSession.take(sessions, server, left));
    }

    /// Takes sessions, each on one of the servers, once all of them have room.
    private interface Taking<T> {
        T take(Runnable left) throws FailureException, InterruptedException;
    }

    private <T> T claim(List<Server> servers, Consumer<String> note, Taking<T> taking)
            throws FailureException, InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        Duration wait = FIRST_WAIT;
        while (true) {
            enter(servers, note);
            try {
                return taking.take(() -> leave(servers));
            } catch (FailureException failed) {
                leave(servers);
                boolean full =
                        failed.getCause() instanceof IOException cause
                                && FailureMapper.isFull(cause);
                if (!full || clock.instant().isAfter(deadline)) {
                    throw failed;
                }
                Server crowded = named(failed.failure().server(), servers);
                note.accept("waiting: %s takes no more logins now".formatted(crowded.name()));
                await(crowded, Collections.frequency(servers, crowded), wait);
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            } catch (InterruptedException | RuntimeException failed) {
                leave(servers);
                throw failed;
            }
        }
    }

    private void enter(List<Server> servers, Consumer<String> note) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!servers.stream()
                    .allMatch(one -> hasRoom(one, Collections.frequency(servers, one)))) {
                note.accept("waiting for a free login");
                left.await(CAP_HOLDS.toSeconds(), TimeUnit.SECONDS);
            }
            servers.forEach(one -> out.merge(one, 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }

    private void leave(List<Server> servers) {
        lock.lock();
        try {
            for (Server server : servers) {
                out.computeIfPresent(server, (_, count) -> count > 1 ? count - 1 : null);
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Server named(String name, List<Server> servers) {
        return servers.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(servers.getLast());
    }

    /// Grants the server no more of us than it has now, then waits until one leaves or time is up.
    private void await(Server crowded, int least, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int has = out.getOrDefault(crowded, 0);
            caps.put(crowded, new Cap(Math.max(least, has), clock.instant().plus(CAP_HOLDS)));
            long nanos = wait.toNanos();
            while (nanos > 0 && out.getOrDefault(crowded, 0) >= has) {
                nanos = left.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(Server server, int needed) {
        Cap cap = caps.get(server);
        return cap == null
                || clock.instant().isAfter(cap.until())
                || out.getOrDefault(server, 0) + needed <= cap.sessions();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
