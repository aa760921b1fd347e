package dev.crossdock.transfer;

import dev.crossdock.ftp.DataConnectionException;
import dev.crossdock.ftp.RefusedException;

import java.io.IOException;

/// What a STOR that failed may have left at the server. Pure.
final class StoreFault {

    private StoreFault() {}

    /// Whether what the server has under that name may be of this STOR: not where it never went
    /// out, and not where the server said no before it began. What is said of the data connection
    /// may be said with the file already open.
    static boolean mayHaveWritten(IOException failed) {
        return switch (failed) {
            case RefusedException refused ->
                    refused.command().startsWith("STOR ") && refused.reply().isOfDataConnection();
            case DataConnectionException unreachable -> unreachable.isCommandSent();
            default -> true;
        };
    }
}
