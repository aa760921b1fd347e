package dev.crossdock.net;

import java.io.IOException;

/// The two ends could not agree on TLS.
public final class TlsRejectedException extends IOException {

    private static final long serialVersionUID = 1L;

    public TlsRejectedException(String message) {
        super(message);
    }

    public TlsRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
