package dev.crossdock.model;

/// What of TLS is used with a server.
///
/// @param resume data connections resume the session of the control connection, as many servers
///   demand; a few cannot
public record TlsRules(Versions versions, boolean resume) {

    public static final TlsRules USUAL = new TlsRules(Versions.BEST, true);

    public enum Versions {
        /// TLS 1.3, or 1.2 where that works better.
        BEST,
        ONLY_12,
        ONLY_13
    }
}
