package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The login did not come about.
public final class LoginException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> FULL = Set.of(421, 450, 530);
    private static final List<String> WORDS_FOR_FULL =
            List.of("too many", "maximum", "max ", "limit", "already logged in", "try again later");

    private final transient Optional<Reply> reply;
    private final boolean ofPassword;

    private LoginException(String message, Optional<Reply> reply, boolean ofPassword) {
        super(message);
        this.reply = reply;
        this.ofPassword = ofPassword;
    }

    /// @param ofPassword the answer was one to PASS
    static LoginException refused(Reply reply, boolean ofPassword) {
        return new LoginException("login refused: " + reply, Optional.of(reply), ofPassword);
    }

    static LoginException noPassword(Server server) {
        return new LoginException(
                "There is no password for %s on %s.".formatted(server.user(), server.name()),
                Optional.empty(),
                false);
    }

    static LoginException unusablePassword(Server server) {
        return new LoginException(
                "The password for %s on %s holds a line break or half a character and cannot be sent."
                        .formatted(server.user(), server.name()),
                Optional.empty(),
                false);
    }

    /// The server's no; empty when there was no password to send.
    public Optional<Reply> reply() {
        return reply;
    }

    /// Whether the server takes nobody now, whoever it is.
    boolean isFull() {
        return reply.map(said -> said.isTransient() || (FULL.contains(said.code()) && words(said)))
                .orElse(false);
    }

    /// Whether another password might be accepted.
    boolean isOfPassword() {
        return ofPassword && !isFull() && reply.map(said -> said.code() >= 500).orElse(false);
    }

    private static boolean words(Reply said) {
        String text = said.text().toLowerCase(Locale.ROOT);
        return WORDS_FOR_FULL.stream().anyMatch(text::contains);
    }
}
