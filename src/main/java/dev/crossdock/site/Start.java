package dev.crossdock.site;

import dev.crossdock.model.RemotePath;

import java.util.Optional;

/// Where to begin when a site is connected.
///
/// @param remote instead of the login folder
/// @param local on this computer
public record Start(Optional<RemotePath> remote, Optional<String> local) {

    public static final Start USUAL = new Start(Optional.empty(), Optional.empty());

    public Start {
        local.ifPresent(Start::requireLocal);
    }

    static void requireLocal(String folder) {
        if (folder.isBlank() || folder.length() > 4096 || folder.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("“" + folder + "” cannot be a folder here.");
        }
    }
}
