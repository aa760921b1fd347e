package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Logon;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Arrays;
import java.util.Optional;

/// Finds the secret for a login: the one of this run, else the one in the vault, else the user's
/// answer.
public final class PasswordDesk {

    private final Passwords passwords;
    private final SiteSecrets secrets;
    private final VaultDesk vault;
    private final Prompts prompts;
    private final SharedQuestions<Asked, Boolean> questions = new SharedQuestions<>();

    private record Asked(SiteId site, SecretKind kind) {}

    public PasswordDesk(Passwords passwords, SiteSecrets secrets, Prompts prompts) {
        this.passwords = passwords;
        this.secrets = secrets;
        this.vault = new VaultDesk(secrets, prompts);
        this.prompts = prompts;
    }

    /// A copy, for the caller to wipe; empty if the user gave up.
    ///
    /// @param again the one given before was refused
    public Optional<char[]> secret(Server server, SecretKind kind, boolean again)
            throws InterruptedException {
        if (again) {
            return replaced(server, kind);
        }
        Optional<char[]> known = known(server, kind);
        // Round again if another thread had the answer forgotten before it was read here.
        while (known.isEmpty() && question(server, kind, () -> isGiven(server, kind))) {
            known = known(server, kind);
        }
        return known;
    }

    /// Keeps a copy in the vault, which is opened or made where needed; else for this run.
    ///
    /// @return whether it is in the vault
    public boolean keep(Server server, SecretKind kind, char[] secret) throws InterruptedException {
        boolean isKept =
                isStorable(server, kind) && vault.isUsable() && vault.isKept(server, kind, secret);
        if (isKept) {
            // Not in memory as well: what a locked vault holds is out of reach.
            passwords.forget(server.id(), kind);
        } else {
            passwords.remember(server, kind, secret);
        }
        return isKept;
    }

    /// Opens the vault for many secrets at once, or has it made.
    ///
    /// @return false if the user gave up, or it cannot be opened
    public boolean openVault() throws InterruptedException {
        return vault.isReady();
    }

    /// Forgets one secret of a site, in the vault too.
    ///
    /// @throws FailureException if the vault is not open or the disk refused
    public void forget(SiteId site, SecretKind kind) throws FailureException {
        passwords.forget(site, kind);
        secrets.forget(site, kind);
    }

    /// The refused one goes when the user gives up, and stays in use until then.
    private Optional<char[]> replaced(Server server, SecretKind kind) throws InterruptedException {
        if (question(server, kind, () -> isAnswered(server, kind, true))) {
            return known(server, kind);
        }
        passwords.forget(server.id(), kind);
        return Optional.empty();
    }

    private boolean question(
            Server server, SecretKind kind, SharedQuestions.Question<Boolean> question)
            throws InterruptedException {
        return questions.ask(new Asked(server.id(), kind), question);
    }

    private boolean isGiven(Server server, SecretKind kind) throws InterruptedException {
        // Another thread's question may have been answered just before this one was ours to put.
        return isKnown(server, kind)
                || (isStorable(server, kind)
                        && vault.isOpenFor(server, kind)
                        && isKnown(server, kind))
                || isAnswered(server, kind, false);
    }

    private boolean isAnswered(Server server, SecretKind kind, boolean again)
            throws InterruptedException {
        boolean mayKeep = isStorable(server, kind) && vault.isUsable();
        Optional<GivenSecret> answer = prompts.secret(server, kind, again, mayKeep);
        if (answer.isEmpty()) {
            return false;
        }
        char[] secret = answer.get().secret();
        try {
            if (mayKeep && answer.get().keep()) {
                keep(server, kind, secret);
            } else {
                passwords.remember(server, kind, secret);
            }
        } finally {
            Arrays.fill(secret, '\0');
        }
        return true;
    }

    private boolean isKnown(Server server, SecretKind kind) throws InterruptedException {
        Optional<char[]> known = known(server, kind);
        known.ifPresent(copy -> Arrays.fill(copy, '\0'));
        return known.isPresent();
    }

    private Optional<char[]> known(Server server, SecretKind kind) throws InterruptedException {
        Optional<char[]> ofThisRun = passwords.find(server, kind);
        return ofThisRun.isPresent() || !isStorable(server, kind)
                ? ofThisRun
                : vault.find(server, kind);
    }

    private static boolean isStorable(Server server, SecretKind kind) {
        return kind != SecretKind.PASSWORD || server.options().logon().kind() != Logon.Kind.ASK;
    }
}
