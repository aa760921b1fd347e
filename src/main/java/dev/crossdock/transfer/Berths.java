package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
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
        Instant deadline = clock.instant().plus(patience);
        Duration wait = FIRST_WAIT;
        while (true) {
            enter(source, target, note);
            try {
                return SessionPair.take(sessions, source, target, () -> leave(source, target));
            } catch (FailureException failed) {
                leave(source, target);
                boolean full =
                        failed.getCause() instanceof IOException cause
                                && FailureMapper.isFull(cause);
                if (!full || clock.instant().isAfter(deadline)) {
                    throw failed;
                }
                Server crowded = failed.failure().server().equals(source.name()) ? source : target;
                note.accept("waiting: %s takes no more logins now".formatted(crowded.name()));
                await(crowded, source.equals(target) ? 2 : 1, wait);
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            } catch (InterruptedException | RuntimeException failed) {
                leave(source, target);
                throw failed;
            }
        }
    }

    private void enter(Server source, Server target, Consumer<String> note)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!hasRoom(source, source.equals(target) ? 2 : 1)
                    || !hasRoom(target, source.equals(target) ? 2 : 1)) {
                note.accept("waiting for a free login");
                left.await(CAP_HOLDS.toSeconds(), TimeUnit.SECONDS);
            }
            out.merge(source, 1, Integer::sum);
            out.merge(target, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private void leave(Server source, Server target) {
        lock.lock();
        try {
            for (Server server : new Server[] {source, target}) {
                out.computeIfPresent(server, (_, count) -> count > 1 ? count - 1 : null);
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
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
