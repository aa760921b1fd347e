package dev.crossdock.net;

import java.io.IOException;

/// Nothing came before the deadline.
public final class SilentException extends IOException {

    private static final long serialVersionUID = 1L;

    public SilentException(String message) {
        super(message);
    }

    public SilentException(String message, Throwable cause) {
        super(message, cause);
    }
}
