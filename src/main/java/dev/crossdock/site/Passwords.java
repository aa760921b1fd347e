package dev.crossdock.site;

import dev.crossdock.model.SiteId;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Passwords of this run, in memory only.
public final class Passwords {

    private final Map<SiteId, char[]> known = new HashMap<>();

    /// Keeps a copy until [#forget].
    public synchronized void remember(SiteId site, char[] password) {
        forget(site);
        known.put(site, password.clone());
    }

    /// A copy, for the caller to wipe.
    public synchronized Optional<char[]> find(SiteId site) {
        return Optional.ofNullable(known.get(site)).map(char[]::clone);
    }

    public synchronized void forget(SiteId site) {
        char[] password = known.remove(site);
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
