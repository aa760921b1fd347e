package dev.crossdock.net;

import java.io.IOException;

/// Our client certificate cannot be used.
public final class ClientCertificateException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// What is wrong with it.
    public enum Kind {
        MISSING,
        UNREADABLE,
        NOT_PKCS12,
        /// The pass phrase does not open it.
        LOCKED,
        NO_KEY,
        /// The server does not take it, or wants one where none was shown.
        REFUSED
    }

    ClientCertificateException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ClientCertificateException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
