package dev.crossdock.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Optional;

/// A server that the user saved under a name.
///
/// @param folder where to start instead of the login folder
public record Site(Server server, Optional<RemotePath> folder) {

    public SiteId id() {
        return server.id();
    }

    public String name() {
        return server.name();
    }
}
