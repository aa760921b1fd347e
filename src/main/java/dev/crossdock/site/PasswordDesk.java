package dev.crossdock.site;

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
    private final VaultDesk vault;
    private final Prompts prompts;
    private final SharedQuestions<Asked, Boolean> questions = new SharedQuestions<>();

    private record Asked(SiteId site, SecretKind kind) {}

    public PasswordDesk(Passwords passwords, SiteSecrets secrets, Prompts prompts) {
        this.passwords = passwords;
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
            if (mayKeep && answer.get().keep() && vault.isKept(server, kind, secret)) {
                // Not in memory as well: what a locked vault holds is out of reach.
                passwords.forget(server.id(), kind);
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
