package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A port for a data connection of ours, which the server is asked for with the next write.
///
/// Void once the session has had another data connection, or was sent another PASV.
public final class Reservation {

    /// Holds nothing: for data connections that the server makes.
    static final Reservation NONE =
            new Reservation(new CompletableFuture<>(), -1, Optional.empty());

    private final CompletableFuture<Reply> reply;
    private final long dataConnections;
    private final Optional<String> announced;

    /// @param dataConnections how many the session had had when it was made
    /// @param announced the only command it is good for, where the server was told one (PRET)
    Reservation(CompletableFuture<Reply> reply, long dataConnections, Optional<String> announced) {
        this.reply = reply;
        this.dataConnections = dataConnections;
        this.announced = announced;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    boolean holds(String command, long dataConnectionsNow) {
        return dataConnections == dataConnectionsNow && announced.map(command::equals).orElse(true);
    }
}
