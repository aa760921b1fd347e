package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.Server.Login;
import dev.crossdock.model.SiteId;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Passwords of this run, in memory only.
///
/// Each is for one login: when the site is edited to another host, port, user or kind of TLS, its
/// password is forgotten rather than sent there.
public final class Passwords {

    private final Map<SiteId, Secret> known = new HashMap<>();

    /// Keeps a copy until [#forget], for the login that asks first.
    public synchronized void remember(SiteId site, char[] password) {
        forget(site);
        known.put(site, new Secret(password, null));
    }

    /// Keeps a copy until [#forget], for this login only.
    public synchronized void remember(Server server, char[] password) {
        forget(server.id());
        known.put(server.id(), new Secret(password, server.login()));
    }

    /// A copy, for the caller to wipe.
    public synchronized Optional<char[]> find(SiteId site) {
        return Optional.ofNullable(known.get(site)).map(Secret::copy);
    }

    /// A copy, for the caller to wipe; empty, and forgotten, if it was for another login.
    public synchronized Optional<char[]> find(Server server) {
        Secret secret = known.get(server.id());
        if (secret == null) {
            return Optional.empty();
        }
        if (!secret.isFor(server.login())) {
            forget(server.id());
            return Optional.empty();
        }
        return Optional.of(secret.copy());
    }

    public synchronized void forget(SiteId site) {
        Secret secret = known.remove(site);
        if (secret != null) {
            secret.wipe();
        }
    }

    private static final class Secret {
        private final char[] password;
        private @Nullable Login login;

        /// @param login null until the first login asks
        Secret(char[] password, @Nullable Login login) {
            this.password = password.clone();
            this.login = login;
        }

        boolean isFor(Login wanted) {
            if (login == null) {
                login = wanted;
            }
            return login.equals(wanted);
        }

        char[] copy() {
            return password.clone();
        }

        void wipe() {
            Arrays.fill(password, '\0');
        }
    }
}
