package dev.crossdock.ui.vault;

import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import java.util.Optional;

/// What the window shows of the vault; no name of a secret is in here.
///
/// @param stored how many secrets there are
/// @param damage why it cannot be used, if it is damaged
/// @param hasBackup whether a damaged one can be restored
record VaultShown(
        State state,
        Optional<Protection> protection,
        int stored,
        String damage,
        boolean hasBackup) {

    static final VaultShown UNKNOWN = new VaultShown(State.ABSENT, Optional.empty(), 0, "", false);

    /// Touches the disk.
    static VaultShown of(Vault vault) {
        State state = vault.state();
        return new VaultShown(
                state,
                vault.protection(),
                vault.names().size(),
                vault.damage().orElse(""),
                state == State.DAMAGED && vault.hasBackup());
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean hasMasterPassword() {
        return protection.equals(Optional.of(Protection.MASTER_PASSWORD));
    }

    /// Nothing can be had of it: it is damaged, or its master password may be forgotten.
    boolean isUseless() {
        return state == State.DAMAGED || state == State.LOCKED;
    }

    /// One with a key file cannot be locked.
    boolean canBeLocked() {
        return isOpen() && hasMasterPassword();
    }
}
