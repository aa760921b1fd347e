package dev.crossdock.ftp;

import java.io.IOException;

/// The server named a port for its data, and no connection to it could be made.
public final class DataConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    DataConnectionException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
