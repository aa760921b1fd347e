package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;

/// The server refused a command that the site has it sent after each login.
public final class AfterLoginException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final transient Reply reply;

    /// @param command with nothing secret in it
    AfterLoginException(String command, Reply reply) {
        super(command + ": " + reply);
        this.command = command;
        this.reply = reply;
    }

    String command() {
        return command;
    }

    Reply reply() {
        return reply;
    }
}
