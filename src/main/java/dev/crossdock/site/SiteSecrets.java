package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.vault.Vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

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

    /// Which secrets are stored now, to ask about without the disk.
    public BiPredicate<Server, SecretKind> stored() {
        Set<String> names = Set.copyOf(vault.names());
        return (server, kind) -> names.contains(SecretName.of(server, kind).text());
    }

    /// Whether a secret of this name in the vault is one of the site's.
    public static boolean isOf(SiteId site, String name) {
        return name.startsWith(SecretName.start(site));
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

    /// The same for many, in one step.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void keepAll(SecretKind kind, Map<Server, char[]> secrets) throws FailureException {
        var named = new HashMap<String, char[]>();
        secrets.forEach((server, secret) -> named.put(SecretName.of(server, kind).text(), secret));
        vault.putAll(named);
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
        forget(List.of(site));
    }

    /// The same for many, in one step.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void forget(Collection<SiteId> sites) throws FailureException {
        List<String> starts = sites.stream().map(SecretName::start).toList();
        remove(name -> starts.stream().anyMatch(name::startsWith));
    }

    /// Removes one kind of a site.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void forget(SiteId site, SecretKind kind) throws FailureException {
        String start = SecretName.start(site, kind);
        remove(name -> name.startsWith(start));
    }

    private void remove(Predicate<String> going) throws FailureException {
        List<String> names = vault.names().stream().filter(going).toList();
        if (!names.isEmpty()) {
            vault.remove(names);
        }
    }
}
