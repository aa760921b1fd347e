package dev.crossdock.site;

import dev.crossdock.model.RemotePath;

import java.util.Optional;

/// A pair of folders that a site has a name for.
///
/// @param remote on the server
/// @param local on this computer
public record Bookmark(String name, Optional<RemotePath> remote, Optional<String> local) {

    public Bookmark {
        SiteGroup.requireName(name);
        if (remote.isEmpty() && local.isEmpty()) {
            throw new IllegalArgumentException("A bookmark leads to a folder.");
        }
        local.ifPresent(Start::requireLocal);
    }
}
