package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import java.util.Optional;

/// How the vault stands, for people and for scripts.
final class VaultText {

    private final Vault vault;

    VaultText(Vault vault) {
        this.vault = vault;
    }

    String line() {
        return switch (vault.state()) {
            case ABSENT -> "There is no vault.";
            case LOCKED, OPEN -> protection() + " " + count();
            case DAMAGED ->
                    "The vault cannot be used: "
                            + vault.damage().orElse("")
                            + (vault.hasBackup()
                                    ? " “crossdock vault restore” puts its backup in its place."
                                    : " There is no backup; “crossdock vault set-aside” moves it"
                                            + " out of the way.");
        };
    }

    String object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        State state = vault.state();
        object.put("state", Json.word(state));
        object.put("protection", vault.protection().map(Json::word).orElse(null));
        object.put("secrets", vault.names().size());
        object.put("damage", vault.damage().orElse(null));
        return new Json().line(object);
    }

    private String protection() {
        boolean isKeyFile = vault.protection().equals(Optional.of(Protection.KEY_FILE));
        return isKeyFile
                ? "The vault has no master password; its key lies in a file beside it."
                : "The vault is protected by a master password.";
    }

    private String count() {
        int count = vault.names().size();
        return count == 1 ? "It holds 1 secret." : "It holds " + count + " secrets.";
    }
}
