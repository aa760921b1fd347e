package dev.crossdock.ui.vault;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

/// The state of the vault as text and icon.
final class VaultWords {

    private VaultWords() {}

    static String of(VaultShown vault) {
        return switch (vault.state()) {
            case ABSENT -> Strings.text("vault.state.absent");
            case LOCKED ->
                    Strings.text(
                            vault.hasMasterPassword() ? "vault.state.locked" : "vault.state.noKey",
                            stored(vault));
            case OPEN ->
                    Strings.text(
                            vault.hasMasterPassword() ? "vault.state.open" : "vault.state.keyFile",
                            stored(vault));
            case DAMAGED -> Strings.text("vault.state.damaged", vault.damage());
        };
    }

    static Icon icon(VaultShown vault) {
        return switch (vault.state()) {
            case ABSENT -> Icon.TLS_CLIENT;
            case LOCKED -> Icon.LOCKED;
            case OPEN -> Icon.UNLOCKED;
            case DAMAGED -> Icon.WARNING;
        };
    }

    private static String stored(VaultShown vault) {
        return Strings.count("vault.stored", vault.stored());
    }
}
