package dev.crossdock.transfer;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Optional;

/// Port to whoever knows which server a site is.
@FunctionalInterface
public interface Places {
    Optional<Server> find(SiteId site);
}
