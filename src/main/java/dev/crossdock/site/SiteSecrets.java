package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.vault.Vault;

import java.util.List;
import java.util.Optional;

/// The stored secrets of sites. Each is bound to its login: one that was kept before the site was
/// edited to another host, port, user or kind of TLS is not found.
public final class SiteSecrets {

    private final Vault vault;

    public SiteSecrets(Vault vault) {
        this.vault = vault;
    }

    public Vault vault() {
        return vault;
    }

    /// Known of a locked vault too.
    public boolean isStored(Server server, SecretKind kind) {
        return vault.names().contains(SecretName.of(server, kind).text());
    }

    /// Keeps a copy, in the place of what was kept for another login of this site.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void keep(Server server, SecretKind kind, char[] secret) throws FailureException {
        SecretName name = SecretName.of(server, kind);
        vault.put(name.text(), secret);
        List<String> others =
                vault.names().stream()
                        .filter(other -> name.isOfSameKind(other) && !other.equals(name.text()))
                        .toList();
        if (!others.isEmpty()) {
            vault.remove(others);
        }
    }

    /// A copy, for the caller to wipe.
    ///
    /// @throws FailureException if the vault is locked or damaged
    public Optional<char[]> find(Server server, SecretKind kind) throws FailureException {
        return vault.find(SecretName.of(server, kind).text());
    }

    /// Removes all of a site. Where there is nothing, a vault may be locked or absent.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void forget(SiteId site) throws FailureException {
        List<String> names =
                vault.names().stream()
                        .filter(name -> name.startsWith(SecretName.start(site)))
                        .toList();
        if (!names.isEmpty()) {
            vault.remove(names);
        }
    }
}
