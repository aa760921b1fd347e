package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;

/// The server answered a command with no.
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final transient Reply reply;

    /// @param command the verb and, where that helps, its argument; never a password
    public RefusedException(String command, Reply reply) {
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
