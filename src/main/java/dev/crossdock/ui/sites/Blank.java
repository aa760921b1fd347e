package dev.crossdock.ui.sites;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;

import java.util.Optional;

/// A site with nothing said of it, to check single values with and to begin a new one from.
final class Blank {

    private static final SiteId NOWHERE = new SiteId("blank");

    private Blank() {}

    static Server server(String user) {
        return server(NOWHERE, user);
    }

    static Server server(SiteId id, String user) {
        return new Server(
                id,
                "blank",
                "blank.invalid",
                TlsMode.EXPLICIT.defaultPort(),
                TlsMode.EXPLICIT,
                user);
    }

    static Site site(Server server) {
        return new Site(server, Optional.empty());
    }
}
