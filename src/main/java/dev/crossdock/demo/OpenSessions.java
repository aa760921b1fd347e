package dev.crossdock.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The sessions of one server and their data connections, so that its end can be an orderly one.
///
/// The library stops its threads without waiting for the sessions that it has just closed, which
/// then complain.
final class OpenSessions {

    private final Map<UUID, DataPort> ports = new HashMap<>();

    synchronized void opened(UUID session, DataPort port) {
        ports.put(session, port);
    }

    synchronized void ended(UUID session) {
        ports.remove(session);
        notifyAll();
    }

    void abortTransfers() {
        dataPorts().forEach(DataPort::dispose);
    }

    /// Waits until the last session has ended, or no longer than this.
    synchronized void awaitNone(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!ports.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<DataPort> dataPorts() {
        return List.copyOf(ports.values());
    }
}
