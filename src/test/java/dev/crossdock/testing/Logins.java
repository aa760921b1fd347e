package dev.crossdock.testing;

import java.util.HashSet;
import java.util.Set;

/// Which connections are logged in, or about to be.
final class Logins {

    private final Set<ScriptedConnection> inside = new HashSet<>();

    /// Keeps a place, unless so many are taken.
    synchronized boolean enter(ScriptedConnection connection, int most) {
        boolean free = inside.contains(connection) || inside.size() < most;
        if (free) {
            inside.add(connection);
        }
        return free;
    }

    synchronized void leave(ScriptedConnection connection) {
        inside.remove(connection);
    }
}
