package dev.crossdock.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every data connection of one server, oldest first.
final class DataLog {

    private final List<DataConnection> connections = new CopyOnWriteArrayList<>();

    void add(DataConnection connection) {
        connections.add(connection);
    }

    List<DataConnection> connections() {
        return List.copyOf(connections);
    }
}
