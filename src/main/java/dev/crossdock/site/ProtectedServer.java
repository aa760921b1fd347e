package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.SiteId;

import java.time.Instant;
import java.util.Optional;

/// A server that was logged into with TLS, and so is never logged into without it.
///
/// @param address its host in lower case
/// @param site the saved site that it was, wherever that leads to now
/// @param since the first time
public record ProtectedServer(ServerAddress address, Optional<SiteId> site, Instant since) {

    public ProtectedServer {
        address = address.folded();
    }

    static ProtectedServer of(Server server, boolean isSaved, Instant now) {
        return new ProtectedServer(
                server.serverAddress(), isSaved ? Optional.of(server.id()) : Optional.empty(), now);
    }

    boolean isSame(ProtectedServer other) {
        return address.equals(other.address) && site.equals(other.site);
    }

    boolean covers(Server server) {
        return address.equals(server.serverAddress().folded())
                || site.equals(Optional.of(server.id()));
    }
}
