package dev.crossdock.demo;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every data connection of one server, and the sessions whose transfers are to end with it.
final class DataLog {

    private final List<DataConnection> connections = new CopyOnWriteArrayList<>();
    private final Set<DataPort> ports = ConcurrentHashMap.newKeySet();

    void add(DataConnection connection) {
        connections.add(connection);
    }

    List<DataConnection> connections() {
        return List.copyOf(connections);
    }

    void opened(DataPort port) {
        ports.add(port);
    }

    void closed(DataPort port) {
        ports.remove(port);
    }

    void abortAll() {
        ports.forEach(DataPort::dispose);
    }
}
