package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Arrays;
import java.util.Optional;

/// Finds the password for a login: the one of this run, else the user's answer.
public final class PasswordDesk {

    private final Passwords passwords;
    private final Prompts prompts;
    private final SharedQuestions<SiteId, Boolean> questions = new SharedQuestions<>();

    public PasswordDesk(Passwords passwords, Prompts prompts) {
        this.passwords = passwords;
        this.prompts = prompts;
    }

    /// A copy, for the caller to wipe; empty if the user gave up.
    ///
    /// @param again the server refused the one given before
    public Optional<char[]> passwordFor(Server server, boolean again) throws InterruptedException {
        if (again) {
            return replaced(server);
        }
        Optional<char[]> known = passwords.find(server);
        // Round again if another thread had the answer forgotten before it was read here.
        while (known.isEmpty() && questions.ask(server.id(), () -> isGiven(server))) {
            known = passwords.find(server);
        }
        return known;
    }

    /// The refused one goes when the user gives up, and stays in use until then.
    private Optional<char[]> replaced(Server server) throws InterruptedException {
        if (questions.ask(server.id(), () -> isAnswered(server, true))) {
            return passwords.find(server);
        }
        passwords.forget(server.id());
        return Optional.empty();
    }

    private boolean isGiven(Server server) throws InterruptedException {
        // Another thread's question may have been answered just before this one was ours to put.
        return isKnown(server) || isAnswered(server, false);
    }

    private boolean isAnswered(Server server, boolean again) throws InterruptedException {
        Optional<char[]> answer = prompts.password(server, again);
        if (answer.isEmpty()) {
            return false;
        }
        passwords.remember(server, answer.get());
        Arrays.fill(answer.get(), '\0');
        return true;
    }

    private boolean isKnown(Server server) {
        Optional<char[]> known = passwords.find(server);
        known.ifPresent(copy -> Arrays.fill(copy, '\0'));
        return known.isPresent();
    }
}
