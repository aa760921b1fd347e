package dev.crossdock.cli;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.WrongPasswordException;

import java.util.Arrays;
import java.util.Optional;

/// Opens the vault for a command that needs what is in it.
final class VaultOpening {

    private final TerminalPrompts prompts;

    VaultOpening(TerminalPrompts prompts) {
        this.prompts = prompts;
    }

    /// @param otherwise what to do where it stays closed, a sentence
    /// @throws FailureException if it stays closed
    void open(Vault vault, String otherwise) throws FailureException, InterruptedException {
        switch (vault.state()) {
            case OPEN -> {}
            case ABSENT ->
                    throw closed(
                            "There is no vault for passwords yet.",
                            "Make one with “crossdock vault create”. " + otherwise);
            case DAMAGED ->
                    throw closed(
                            vault.damage().orElse("The vault is damaged."),
                            "Look at it with “crossdock vault status”. " + otherwise);
            case LOCKED -> unlock(vault, otherwise);
        }
    }

    private void unlock(Vault vault, String otherwise)
            throws FailureException, InterruptedException {
        for (boolean again = false; ; again = true) {
            // With a key file there is nothing to ask for; why it cannot be used is thrown.
            Optional<char[]> master =
                    vault.hasMasterPassword()
                            ? prompts.masterPassword(again)
                            : Optional.of(new char[0]);
            if (master.isEmpty()) {
                throw closed("The vault is locked.", otherwise);
            }
            try {
                vault.unlock(master.get());
                return;
            } catch (WrongPasswordException wrong) {
                // It is asked for again.
            } finally {
                Arrays.fill(master.get(), '\0');
            }
        }
    }

    private static FailureException closed(String message, String advice) {
        return new FailureException(
                Failure.of(Failure.Kind.LOCAL_DISK, "", message, Failure.Remedy.ASK_USER, advice));
    }
}
