package dev.crossdock.ftp;

import java.io.IOException;

/// A command was to ride with somebody's next write, and there was none in time. It was taken back:
/// the server never hears it, and the session goes on.
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(String message) {
        super(message);
    }
}
