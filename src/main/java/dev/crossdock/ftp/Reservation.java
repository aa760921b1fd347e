package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.util.concurrent.CompletableFuture;

/// A port for a data connection of ours, which the server is asked for with the next write.
///
/// Void once the session has had another data connection, or was sent another PASV.
public final class Reservation {

    private final CompletableFuture<Reply> reply;
    private final long dataConnections;

    /// @param dataConnections how many the session had had when it was made
    Reservation(CompletableFuture<Reply> reply, long dataConnections) {
        this.reply = reply;
        this.dataConnections = dataConnections;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    boolean holds(long dataConnectionsNow) {
        return dataConnections == dataConnectionsNow;
    }
}
