package dev.crossdock.site;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Secrets of this run, in memory only.
///
/// Each is for one login: when the site is edited to another host, port, user or kind of TLS, its
/// password is forgotten rather than sent there.
public final class Passwords {

    private final Map<Key, Secret> known = new HashMap<>();

    private record Key(SiteId site, SecretKind kind) {}

    /// Keeps a copy until [#forget], for the login that asks first.
    public synchronized void remember(SiteId site, char[] password) {
        put(new Key(site, SecretKind.PASSWORD), new Secret(password, null));
    }

    /// Keeps a copy until [#forget], for this login only.
    public synchronized void remember(Server server, SecretKind kind, char[] secret) {
        put(new Key(server.id(), kind), new Secret(secret, SecretName.of(server, kind)));
    }

    /// A copy of the password, for the caller to wipe.
    public synchronized Optional<char[]> find(SiteId site) {
        return Optional.ofNullable(known.get(new Key(site, SecretKind.PASSWORD))).map(Secret::copy);
    }

    /// A copy, for the caller to wipe; empty, and forgotten, if it was for another login.
    public synchronized Optional<char[]> find(Server server, SecretKind kind) {
        Secret secret = known.get(new Key(server.id(), kind));
        if (secret == null) {
            return Optional.empty();
        }
        if (!secret.isFor(SecretName.of(server, kind))) {
            forget(server.id(), kind);
            return Optional.empty();
        }
        return Optional.of(secret.copy());
    }

    public synchronized void forget(SiteId site) {
        for (SecretKind kind : SecretKind.values()) {
            forget(site, kind);
        }
    }

    synchronized void forget(SiteId site, SecretKind kind) {
        wipe(known.remove(new Key(site, kind)));
    }

    private void put(Key key, Secret secret) {
        wipe(known.put(key, secret));
    }

    private static void wipe(@Nullable Secret secret) {
        if (secret != null) {
            secret.wipe();
        }
    }

    private static final class Secret {
        private final char[] secret;
        private @Nullable SecretName name;

        /// @param name null until the first login asks
        Secret(char[] secret, @Nullable SecretName name) {
            this.secret = secret.clone();
            this.name = name;
        }

        boolean isFor(SecretName wanted) {
            if (name == null) {
                name = wanted;
            }
            return name.equals(wanted);
        }

        char[] copy() {
            return secret.clone();
        }

        void wipe() {
            Arrays.fill(secret, '\0');
        }
    }
}
