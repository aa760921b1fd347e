package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the password for a login: the one of this run, else the user's answer.
public final class PasswordDesk {

    private final Passwords passwords;
    private final Prompts prompts;
    private final SharedQuestions<SiteId, Boolean> questions = new SharedQuestions<>();
    private final Map<SiteId, Server> logins = new ConcurrentHashMap<>();

    public PasswordDesk(Passwords passwords, Prompts prompts) {
        this.passwords = passwords;
        this.prompts = prompts;
    }

    /// A copy, for the caller to wipe; empty if the user gave up.
    ///
    /// @param again the server refused the one given before
    public Optional<char[]> passwordFor(Server server, boolean again) throws InterruptedException {
        forgetIfMoved(server);
        if (again) {
            passwords.forget(server.id());
        }
        Optional<char[]> known = passwords.find(server.id());
        // Round again if another thread had the answer forgotten before it was read here.
        while (known.isEmpty() && questions.ask(server.id(), () -> isGiven(server, again))) {
            known = passwords.find(server.id());
        }
        return known;
    }

    private boolean isGiven(Server server, boolean again) throws InterruptedException {
        if (isKnown(server.id())) {
            // Another thread's question was answered just before this one was ours to put.
            return true;
        }
        Optional<char[]> answer = prompts.password(server, again);
        if (answer.isEmpty()) {
            return false;
        }
        passwords.remember(server.id(), answer.get());
        Arrays.fill(answer.get(), '\0');
        return true;
    }

    private boolean isKnown(SiteId id) {
        Optional<char[]> known = passwords.find(id);
        known.ifPresent(copy -> Arrays.fill(copy, '\0'));
        return known.isPresent();
    }

    /// A password is not for another host, another user or no TLS, though the site be the same.
    private void forgetIfMoved(Server server) {
        Server login = server.named("-");
        Server before = logins.put(server.id(), login);
        if (before != null && !before.equals(login)) {
            passwords.forget(server.id());
        }
    }
}
