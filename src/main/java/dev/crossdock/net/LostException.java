package dev.crossdock.net;

import java.io.IOException;

/// The connection ended in the middle of something.
public final class LostException extends IOException {

    private static final long serialVersionUID = 1L;

    public LostException(String message) {
        super(message);
    }

    public LostException(String message, Throwable cause) {
        super(message, cause);
    }
}
