package dev.crossdock.transfer;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The names at targets that running jobs write to: a free name which one job has chosen may be
/// what another was asked for, and neither shows at the server before its first byte.
final class Claims {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Set<Place> taken = new HashSet<>();

    /// On some servers `A` and `a` are one place. Two sites may be one server.
    private record Place(String server, String path) {}

    /// Waits until no other job has that name.
    Claim take(Server target, RemotePath path) throws InterruptedException {
        var claim = new Claim(target.address().toLowerCase(Locale.ROOT));
        lock.lockInterruptibly();
        try {
            while (!claim.tryAdd(path)) {
                freed.await();
            }
            return claim;
        } finally {
            lock.unlock();
        }
    }

    /// What one job has.
    final class Claim implements AutoCloseable {

        private final String server;
        private final Set<Place> places = new HashSet<>();

        private Claim(String server) {
            this.server = server;
        }

        /// Has one more name, unless another job has it.
        boolean tryAdd(RemotePath path) {
            var place = new Place(server, path.foldedCase());
            lock.lock();
            try {
                if (places.contains(place)) {
                    return true;
                }
                return taken.add(place) && places.add(place);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                taken.removeAll(places);
                freed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
