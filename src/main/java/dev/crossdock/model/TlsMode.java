package dev.crossdock.model;

/// How the control connection of a site is protected.
public enum TlsMode {
    /// Connect in clear, then AUTH TLS before anything secret (RFC 4217).
    EXPLICIT(21),
    /// TLS from the first byte, by custom on port 990.
    IMPLICIT(990),
    /// No TLS at all; only where the user said so for this site.
    CLEAR(21);

    private final int defaultPort;

    TlsMode(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public boolean isEncrypted() {
        return this != CLEAR;
    }
}
