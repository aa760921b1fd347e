package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;

/// The server does not do the TLS that the site asks for, so we do not go on.
public final class NotProtectedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final transient Reply reply;

    /// @param command AUTH TLS or PROT P
    NotProtectedException(String command, Reply reply) {
        super(command + ": " + reply);
        this.command = command;
        this.reply = reply;
    }

    public String command() {
        return command;
    }

    public Reply reply() {
        return reply;
    }
}
