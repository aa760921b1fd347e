package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
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

    /// A secret of a login. Whoever asked wipes it.
    ///
    /// @param again the one given before was refused
    /// @param mayKeep whether to offer to keep it in the vault
    /// @return empty if the user gave up
    Optional<GivenSecret> secret(Server server, SecretKind kind, boolean again, boolean mayKeep)
            throws InterruptedException;

    /// The master password of the vault. Whoever asked wipes it.
    ///
    /// @param again the one given before was wrong
    /// @return empty if the user gave up
    Optional<char[]> masterPassword(boolean again) throws InterruptedException;

    /// How to make the vault that something is to be kept in.
    ///
    /// @return empty if the user wants none
    Optional<NewVault> newVault() throws InterruptedException;

    /// Tells that the vault could not be used; what was typed holds for this run only.
    void vaultFailed(Failure failure) throws InterruptedException;
}
