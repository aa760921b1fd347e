package dev.crossdock.ui.sites;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Keeps secrets in memory, by site and kind.
final class FakeKeyring implements Keyring {

    private final Map<String, String> kept = new HashMap<>();
    private int looks;

    /// How often somebody asked what is kept.
    int looks() {
        return looks;
    }

    int size() {
        return kept.size();
    }

    @Override
    public BiPredicate<Server, SecretKind> kept() {
        looks++;
        Set<String> names = Set.copyOf(kept.keySet());
        return (server, kind) -> names.contains(server.id().value() + kind);
    }

    @Override
    public Optional<char[]> find(Server server, SecretKind kind) {
        return Optional.ofNullable(kept.get(server.id().value() + kind)).map(String::toCharArray);
    }

    @Override
    public void keep(Server server, SecretKind kind, char[] secret) {
        kept.put(server.id().value() + kind, new String(secret));
    }

    @Override
    public void forget(SiteId site, SecretKind kind) {
        kept.remove(site.value() + kind);
    }

    @Override
    public void forget(Collection<SiteId> sites) {
        for (SiteId site : sites) {
            for (SecretKind kind : SecretKind.values()) {
                forget(site, kind);
            }
        }
    }
}
