package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Questions about trust and secrets, answered by the window or on the terminal.
///
/// Asked with no connection held open and no lock taken; the answer may take minutes.
public interface Prompts {

    /// Whether to trust a certificate that no root vouches for and that was not seen before.
    boolean trust(Server server, Certificate presented) throws InterruptedException;

    /// Tells that a server came with another certificate than the accepted one; it was refused.
    ///
    /// @return whether the user says that the new one is right, deliberately and not by a habit
    boolean changed(Server server, Certificate presented, PinnedCertificate accepted)
            throws InterruptedException;

    /// The password for a login. The caller wipes the array.
    ///
    /// @param again the one given before was refused by the server
    /// @return empty if the user gave up
    Optional<char[]> password(Server server, boolean again) throws InterruptedException;
}
