package dev.crossdock.site;

import dev.crossdock.model.Server;

import java.util.Locale;

/// A host and port as certificates are known by; upper and lower case make no difference.
record Place(String host, int port) {

    Place {
        host = host.toLowerCase(Locale.ROOT);
    }

    static Place of(Server server) {
        return new Place(server.host(), server.port());
    }
}
