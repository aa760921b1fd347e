package dev.crossdock.vault;

import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault.Protection;

import java.util.Optional;

/// Makes the keys of a vault from its master password or its key file. Takes its time.
final class KeySource {

    private final KeyFile keyFile;
    private final Argon2Cost cost;

    /// @param cost of master passwords that are set from now on
    KeySource(KeyFile keyFile, Argon2Cost cost) {
        this.keyFile = keyFile;
        this.cost = cost;
    }

    /// Keys and the lock that they open.
    record Made(LockKind lock, VaultKeys keys) {}

    Made fresh(Protection protection, char[] master) throws FailureException {
        byte[] salt = Bytes.random(LockKind.SALT_BYTES);
        return switch (protection) {
            case MASTER_PASSWORD -> {
                if (master.length == 0) {
                    throw VaultFailure.of(
                            "A master password has at least one character.",
                            "Choose a longer one.");
                }
                yield made(protection, Optional.of(cost), cost.derive(master, salt), salt);
            }
            case KEY_FILE -> made(protection, Optional.empty(), keyFile.readOrCreate(), salt);
        };
    }

    VaultKeys of(LockKind lock, char[] master) throws WrongPasswordException, FailureException {
        byte[] salt = Bytes.of(lock.salt());
        if (lock.cost().isEmpty()) {
            return ofKeyFile(lock);
        }
        VaultKeys keys = VaultKeys.of(lock.cost().get().derive(master, salt), salt);
        if (!keys.check().equals(lock.check())) {
            keys.wipe();
            throw new WrongPasswordException();
        }
        return keys;
    }

    VaultKeys ofKeyFile(LockKind lock) throws FailureException {
        VaultKeys keys = VaultKeys.of(keyFile.read(), Bytes.of(lock.salt()));
        if (!keys.check().equals(lock.check())) {
            keys.wipe();
            throw VaultFailure.of(
                    "The key file beside the vault belongs to another vault.",
                    "Bring the right one back from a copy, or set the vault aside and begin anew.");
        }
        return keys;
    }

    private static Made made(
            Protection protection, Optional<Argon2Cost> cost, byte[] root, byte[] salt) {
        VaultKeys keys = VaultKeys.of(root, salt);
        return new Made(new LockKind(protection, cost, Bytes.text(salt), keys.check()), keys);
    }
}
