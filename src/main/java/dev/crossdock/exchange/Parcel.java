package dev.crossdock.exchange;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A site on its way in or out, with what is not kept with it.
///
/// @param connections how many logins the server allows at once
/// @param password of the login; whoever ends with the parcel wipes it
public record Parcel(Site site, OptionalInt connections, Optional<char[]> password) {

    public Parcel(Site site) {
        this(site, OptionalInt.empty(), Optional.empty());
    }

    /// The site's folders and name as findings have them.
    public String label() {
        return label(site.group(), site.name());
    }

    public Parcel with(Site other) {
        return new Parcel(other, connections, password);
    }

    /// The same as another site than any before.
    Parcel afresh() {
        var server = site.server();
        return with(
                site.with(
                        new Server(
                                SiteId.random(),
                                server.name(),
                                server.host(),
                                server.port(),
                                server.tls(),
                                server.user(),
                                server.options())));
    }

    public void wipe() {
        password.ifPresent(secret -> Arrays.fill(secret, '\0'));
    }

    static String label(SiteGroup group, String name) {
        List<String> names = new ArrayList<>(group.names());
        names.add(name);
        return String.join("/", names);
    }
}
