package dev.crossdock.vault;

import dev.crossdock.vault.Vault.Protection;

import java.util.Optional;

/// What a vault is opened with; another one for each change of the master password.
///
/// @param cost only with a master password
/// @param salt Base64
/// @param check Base64, by which a wrong key is told from a damaged file
record LockKind(Protection protection, Optional<Argon2Cost> cost, String salt, String check) {

    static final int SALT_BYTES = 16;

    LockKind {
        if ((protection == Protection.MASTER_PASSWORD) != cost.isPresent()) {
            throw new IllegalArgumentException("Its protection is not whole.");
        }
    }
}
