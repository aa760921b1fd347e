package dev.crossdock.net;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.io.IOException;

/// The server's certificate is not one that was accepted; nothing secret was sent.
public final class UntrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Server at;
    private final transient Certificate presented;

    public UntrustedException(String message, Server at, Certificate presented) {
        super(message);
        this.at = at;
        this.presented = presented;
    }

    /// The server at the address that showed it.
    public Server at() {
        return at;
    }

    public Certificate presented() {
        return presented;
    }
}
