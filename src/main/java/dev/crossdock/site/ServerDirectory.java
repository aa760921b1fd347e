package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.store.JsonList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the server of a site id: a saved site, or a quick connection of this run, or one that jobs
/// of an earlier run go to.
public final class ServerDirectory {

    private static final int MOST_KEPT = 500;

    private final SiteStore saved;
    private final Optional<JsonList<Site>> kept;
    private final Map<SiteId, Server> unsaved = new ConcurrentHashMap<>();

    /// Keeps nothing beyond this run.
    public ServerDirectory(SiteStore saved) {
        this.saved = saved;
        this.kept = Optional.empty();
    }

    /// @param file where servers are kept that jobs go to and that are no saved sites
    public ServerDirectory(SiteStore saved, Path file) {
        this.saved = saved;
        this.kept = Optional.of(new JsonList<>(file, new SiteShape(), InstantSource.system()));
    }

    /// Makes a server known beyond this run, unless it is a saved site. The oldest are forgotten.
    ///
    /// @throws FailureException if the disk refused; it is known until the program ends
    public void keep(Server server) throws FailureException {
        if (server.isLocal() || isSaved(server.id())) {
            return;
        }
        register(server);
        if (kept.isPresent() && kept(server.id()).filter(server::equals).isEmpty()) {
            kept.get().change(before -> with(before, new Site(server, Optional.empty())));
        }
    }

    public boolean isSaved(SiteId id) {
        return saved.find(id).isPresent();
    }

    /// Makes a server known that is not a saved site.
    public void register(Server server) {
        unsaved.put(server.id(), server);
    }

    public Optional<Server> find(SiteId id) {
        if (id.isLocal()) {
            return Optional.of(Server.LOCAL);
        }
        return saved.find(id)
                .map(Site::server)
                .or(() -> Optional.ofNullable(unsaved.get(id)))
                .or(() -> kept(id));
    }

    private Optional<Server> kept(SiteId id) {
        return kept.stream()
                .flatMap(list -> list.all().stream())
                .map(Site::server)
                .filter(server -> server.id().equals(id))
                .findFirst();
    }

    private static List<Site> with(List<Site> before, Site site) {
        var after = new ArrayList<>(before);
        after.removeIf(other -> other.id().equals(site.id()));
        after.add(site);
        return after.subList(Math.max(0, after.size() - MOST_KEPT), after.size());
    }
}
