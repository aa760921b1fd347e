package dev.crossdock.net;

import dev.crossdock.model.Certificate;

import java.io.IOException;

/// The server's certificate is not one that was accepted; nothing secret was sent.
public final class UntrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Certificate presented;

    public UntrustedException(String message, Certificate presented) {
        super(message);
        this.presented = presented;
    }

    public Certificate presented() {
        return presented;
    }
}
