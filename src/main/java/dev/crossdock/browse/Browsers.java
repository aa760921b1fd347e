package dev.crossdock.browse;

import dev.crossdock.model.Server;

/// Makes a [Browser] for a server; nothing is connected yet.
@FunctionalInterface
public interface Browsers {
    Browser open(Server server);
}
