package dev.crossdock.ui.sites;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps secrets in memory, by site and kind.
final class FakeKeyring implements Keyring {

    private final Map<String, String> kept = new HashMap<>();

    @Override
    public boolean isKept(Server server, SecretKind kind) {
        return kept.containsKey(server.id().value() + kind);
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
    public void forget(SiteId site) {
        for (SecretKind kind : SecretKind.values()) {
            forget(site, kind);
        }
    }
}
