package dev.crossdock.ui.sites;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Where the secrets of sites are kept. A secret is for one login.
public interface Keyring {

    /// Which secrets are kept now. The answer is from memory; finding it may touch the disk.
    BiPredicate<Server, SecretKind> kept();

    /// A copy, for the caller to wipe; empty if there is none, or it cannot be had now.
    Optional<char[]> find(Server server, SecretKind kind);

    /// Keeps a copy. May ask the user, so it is called in the background.
    ///
    /// @throws FailureException if it was not kept, with words for a person
    void keep(Server server, SecretKind kind, char[] secret)
            throws FailureException, InterruptedException;

    /// @throws FailureException if it is still there, with words for a person
    void forget(SiteId site, SecretKind kind) throws FailureException, InterruptedException;

    /// Forgets all secrets of sites.
    ///
    /// @throws FailureException if they are still there, with words for a person
    void forget(Collection<SiteId> sites) throws FailureException, InterruptedException;
}
