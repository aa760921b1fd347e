package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the server of a site id: a saved site, or a quick connection of this run.
public final class ServerDirectory {

    private final SiteStore saved;
    private final Map<SiteId, Server> unsaved = new ConcurrentHashMap<>();

    public ServerDirectory(SiteStore saved) {
        this.saved = saved;
    }

    /// Makes a server known that is not a saved site.
    public void register(Server server) {
        unsaved.put(server.id(), server);
    }

    public Optional<Server> find(SiteId id) {
        if (id.isLocal()) {
            return Optional.of(Server.LOCAL);
        }
        return saved.find(id).map(Site::server).or(() -> Optional.ofNullable(unsaved.get(id)));
    }
}
