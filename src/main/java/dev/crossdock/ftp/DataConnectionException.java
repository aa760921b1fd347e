package dev.crossdock.ftp;

import java.io.IOException;

/// No data connection came about: we could not make it, or in active mode the server did not.
public final class DataConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean commandSent;

    /// @param commandSent the transfer command went out before
    DataConnectionException(IOException cause, boolean commandSent) {
        super(cause.getMessage(), cause);
        this.commandSent = commandSent;
    }

    /// Whether the server has had the transfer command, and may have begun with it.
    public boolean isCommandSent() {
        return commandSent;
    }
}
