package dev.crossdock.queue;

import java.sql.SQLException;

/// Something for the queue's thread to do.
@FunctionalInterface
interface Order {
    void carryOut() throws SQLException;
}
