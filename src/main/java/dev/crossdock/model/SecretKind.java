package dev.crossdock.model;

/// What a secret of a site is for.
public enum SecretKind {
    /// The login's password (PASS).
    PASSWORD,
    /// The pass phrase of the file with our client certificate.
    CERTIFICATE,
    /// The login at the site's proxy.
    PROXY
}
