package dev.crossdock.ftp;

import dev.crossdock.model.Certificate;

import java.io.IOException;
import java.util.Optional;

/// The user, or the rule the user set, does not trust the server's certificate.
public final class DistrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Certificate presented;
    private final transient Optional<String> before;

    DistrustedException(Certificate presented, Optional<String> before) {
        super("certificate not trusted: " + presented.sha256());
        this.presented = presented;
        this.before = before;
    }

    public Certificate presented() {
        return presented;
    }

    /// The fingerprint that was accepted for this server earlier, if it was another.
    public Optional<String> before() {
        return before;
    }
}
