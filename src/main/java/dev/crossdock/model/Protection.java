package dev.crossdock.model;

import java.util.Locale;

/// How the bytes of a file were protected on their way.
public enum Protection {
    /// One TLS connection from end to end.
    TLS,
    /// Two TLS connections that met in this computer.
    RELAYED_TLS,
    /// Readable by whoever stands between the servers.
    CLEAR,
    /// No byte moved.
    NONE;

    /// As scripts read it: `tls`, `relayed-tls`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
