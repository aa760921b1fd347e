package dev.crossdock.ftp;

import java.io.IOException;
import java.nio.charset.Charset;

/// A command holds a character that the site's charset does not have; it was not sent.
public final class UnencodableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final String charset;

    /// @param command with nothing secret in it
    UnencodableException(String command, Charset charset) {
        super("“%s” cannot be written in %s".formatted(command, charset.name()));
        this.command = command;
        this.charset = charset.name();
    }

    /// The command without its verb.
    String argument() {
        return command.substring(command.indexOf(' ') + 1);
    }

    String charset() {
        return charset;
    }
}
