package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;
import java.util.Optional;

/// The login did not come about.
public final class LoginException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Reply> reply;

    private LoginException(String message, Optional<Reply> reply) {
        super(message);
        this.reply = reply;
    }

    static LoginException refused(Reply reply) {
        return new LoginException("login refused: " + reply, Optional.of(reply));
    }

    static LoginException noPassword() {
        return new LoginException("no password was given", Optional.empty());
    }

    /// The server's no; empty when there was no password to send.
    public Optional<Reply> reply() {
        return reply;
    }
}
