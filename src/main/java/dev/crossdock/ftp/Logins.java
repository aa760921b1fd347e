package dev.crossdock.ftp;

import dev.crossdock.model.Server;

import java.util.Optional;

/// Port to whoever knows or asks for passwords.
public interface Logins {

    /// Called with no connection open. The caller wipes the array.
    ///
    /// @param again the server refused the password given before
    /// @return empty if there is none to be had
    Optional<char[]> password(Server server, boolean again) throws InterruptedException;
}
