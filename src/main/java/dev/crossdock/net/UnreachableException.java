package dev.crossdock.net;

import java.io.IOException;

/// No connection could be made.
public final class UnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String message) {
        super(message);
    }

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
