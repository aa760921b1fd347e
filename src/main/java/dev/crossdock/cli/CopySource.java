package dev.crossdock.cli;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;

/// One source of `copy`, found.
///
/// @param typed how it was written
/// @param entry what is there; never a link
record CopySource(Login login, PlacePath typed, RemotePath path, Entry entry) {

    Spot spot() {
        return login.at(path);
    }
}
