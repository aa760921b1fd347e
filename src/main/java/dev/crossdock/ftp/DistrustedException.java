package dev.crossdock.ftp;

import dev.crossdock.model.Failure;

import java.io.IOException;

/// The user, or the rule the user set, does not trust the server: its certificate, or that it has
/// no TLS any more.
public final class DistrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    DistrustedException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /// The refusal in words, with the fingerprints.
    public Failure failure() {
        return failure;
    }
}
