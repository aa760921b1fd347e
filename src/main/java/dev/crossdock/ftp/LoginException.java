package dev.crossdock.ftp;

import dev.crossdock.model.ProxyServer;
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
    private final Part part;

    /// Where in the login it was.
    private enum Part {
        PASSWORD,
        PASSWORD_MISSING,
        ACCOUNT,
        OTHER
    }

    private LoginException(String message, Optional<Reply> reply, Part part) {
        super(message);
        this.reply = reply;
        this.part = part;
    }

    private static LoginException ofUs(String message) {
        return new LoginException(message, Optional.empty(), Part.OTHER);
    }

    /// @param ofPassword the answer was one to PASS
    static LoginException refused(Reply reply, boolean ofPassword) {
        return new LoginException(
                "login refused: " + reply,
                Optional.of(reply),
                ofPassword ? Part.PASSWORD : Part.OTHER);
    }

    /// The answer to ACCT was no.
    static LoginException refusedAccount(Reply reply) {
        return new LoginException("account refused: " + reply, Optional.of(reply), Part.ACCOUNT);
    }

    static LoginException noPassword(Server server) {
        return ofUs("There is no password for %s on %s.".formatted(server.user(), server.name()));
    }

    static LoginException noPassword(ProxyServer proxy) {
        return ofUs(
                "There is no password for %s at the proxy %s."
                        .formatted(proxy.user(), proxy.address()));
    }

    /// The server asks for a password, and nobody was asked for it yet.
    static LoginException passwordWanted(Server server) {
        return new LoginException(
                "%s asks for the password of %s.".formatted(server.name(), server.user()),
                Optional.empty(),
                Part.PASSWORD_MISSING);
    }

    static LoginException unusablePassword(Server server) {
        return ofUs(
                "The password for %s on %s holds a line break or half a character and cannot be sent."
                        .formatted(server.user(), server.name()));
    }

    static LoginException unwritablePassword(Server server) {
        return ofUs(
                "The password for %s on %s holds a character that the site's charset %s does not have."
                        .formatted(server.user(), server.name(), server.options().charset()));
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
        return part == Part.PASSWORD
                && !isFull()
                && reply.map(said -> said.code() >= 500).orElse(false);
    }

    boolean wantsPassword() {
        return part == Part.PASSWORD_MISSING;
    }

    /// Whether it was the account that was refused.
    boolean isOfAccount() {
        return part == Part.ACCOUNT;
    }

    private static boolean words(Reply said) {
        String text = said.text().toLowerCase(Locale.ROOT);
        return WORDS_FOR_FULL.stream().anyMatch(text::contains);
    }
}
