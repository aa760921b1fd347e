package dev.crossdock.cli;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;

import java.util.Optional;

/// A server of this command.
///
/// @param prefix how the user writes it, without a path
/// @param start the start folder of a saved site
record Login(Server server, String prefix, Optional<RemotePath> start) {

    Spot at(RemotePath path) {
        return server.isLocal() ? Spot.local(path) : Spot.of(prefix, path);
    }
}
