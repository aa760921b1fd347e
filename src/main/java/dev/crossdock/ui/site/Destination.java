package dev.crossdock.ui.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.site.Site;

import java.util.Optional;

/// Where a pane is asked to go.
///
/// @param folder to open instead of the login folder
public record Destination(Server server, Optional<RemotePath> folder) {

    /// This computer's own files.
    public static final Destination LOCAL = new Destination(Server.LOCAL, Optional.empty());

    public static Destination of(Site site) {
        return new Destination(site.server(), site.folder());
    }
}
