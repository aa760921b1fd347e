package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.WrongPasswordException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.Optional;

/// Reads from the vault and writes to it on behalf of a login; has it opened or made where needed.
///
/// A vault that fails is told of and never stops a login: the user can still type the secret.
final class VaultDesk {

    private static final Logger LOG = LoggerFactory.getLogger(VaultDesk.class);

    private enum Topic {
        MASTER_PASSWORD,
        NEW_VAULT
    }

    private final SiteSecrets secrets;
    private final Prompts prompts;
    private final SharedQuestions<Topic, Boolean> questions = new SharedQuestions<>();

    VaultDesk(SiteSecrets secrets, Prompts prompts) {
        this.secrets = secrets;
        this.prompts = prompts;
    }

    /// Whether something could be kept.
    boolean isUsable() {
        return secrets.vault().state() != Vault.State.DAMAGED;
    }

    /// Whether the secret can be had; asks for the master password if that is in the way.
    boolean isOpenFor(Server server, SecretKind kind) throws InterruptedException {
        return secrets.isStored(server, kind) && isOpened();
    }

    /// A copy, for the caller to wipe; empty if the vault is locked too.
    Optional<char[]> find(Server server, SecretKind kind) throws InterruptedException {
        if (!secrets.isStored(server, kind) || secrets.vault().state() != Vault.State.OPEN) {
            return Optional.empty();
        }
        try {
            return secrets.find(server, kind);
        } catch (FailureException e) {
            told(e);
            return Optional.empty();
        }
    }

    /// Keeps a copy if the vault can be opened or made.
    boolean isKept(Server server, SecretKind kind, char[] secret) throws InterruptedException {
        try {
            if (isMade() && isOpened()) {
                secrets.keep(server, kind, secret);
                return true;
            }
        } catch (FailureException e) {
            told(e);
        }
        return false;
    }

    /// Whether something can be kept now; opens the vault, or has it made, where needed.
    boolean isReady() throws InterruptedException {
        return isUsable() && isMade() && isOpened();
    }

    private boolean isMade() throws InterruptedException {
        return secrets.vault().state() != Vault.State.ABSENT
                || questions.ask(Topic.NEW_VAULT, this::make);
    }

    private boolean make() throws InterruptedException {
        if (secrets.vault().state() != Vault.State.ABSENT) {
            return true;
        }
        Optional<NewVault> wanted = prompts.newVault();
        if (wanted.isEmpty()) {
            return false;
        }
        try {
            secrets.vault().create(wanted.get().protection(), wanted.get().master());
            return true;
        } catch (FailureException e) {
            told(e);
            return false;
        } finally {
            Arrays.fill(wanted.get().master(), '\0');
        }
    }

    private boolean isOpened() throws InterruptedException {
        return secrets.vault().state() == Vault.State.OPEN
                || questions.ask(Topic.MASTER_PASSWORD, this::open);
    }

    private boolean open() throws InterruptedException {
        boolean again = false;
        while (secrets.vault().state() == Vault.State.LOCKED) {
            // With a key file there is nothing to ask for; that it cannot be used is said.
            Optional<char[]> master =
                    secrets.vault().hasMasterPassword()
                            ? prompts.masterPassword(again)
                            : Optional.of(new char[0]);
            if (master.isEmpty()) {
                return false;
            }
            try {
                secrets.vault().unlock(master.get());
            } catch (WrongPasswordException wrong) {
                again = true;
            } catch (FailureException e) {
                told(e);
                return false;
            } finally {
                Arrays.fill(master.get(), '\0');
            }
        }
        return secrets.vault().state() == Vault.State.OPEN;
    }

    private void told(FailureException e) throws InterruptedException {
        LOG.warn("{}", e.failure().words(), e);
        prompts.vaultFailed(e.failure());
    }
}
