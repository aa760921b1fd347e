package dev.crossdock.ftp;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Port to whoever knows or asks for passwords.
public interface Logins {

    /// Called with no connection open. The caller wipes the array.
    ///
    /// @param again the one given before was refused
    /// @return empty if there is none to be had
    Optional<char[]> secret(Server server, SecretKind kind, boolean again)
            throws InterruptedException;
}
