package dev.crossdock.vault;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a vault's file says.
///
/// @param secrets by name
/// @param seal Base64 of the code that only who has the key can make, over everything else
record VaultContent(LockKind lock, SortedMap<String, Sealed> secrets, String seal) {

    static final int MOST_SECRETS = 20_000;

    VaultContent {
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException(
                    "A vault holds at most %,d secrets.".formatted(MOST_SECRETS));
        }
    }

    /// Sealed with the keys that belong to the lock.
    static VaultContent sealed(LockKind lock, SortedMap<String, Sealed> secrets, VaultKeys keys) {
        var open = new VaultContent(lock, secrets, "");
        return new VaultContent(lock, secrets, keys.seal(VaultShape.unsealed(open)));
    }

    boolean isSealedWith(VaultKeys keys) {
        return keys.isSeal(VaultShape.unsealed(this), seal);
    }
}
