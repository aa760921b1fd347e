package dev.crossdock.site;

/// What happens to a certificate that nobody vouches for and that was not seen before.
public enum TrustMode {
    /// The user is asked.
    ASK,
    /// It is accepted and pinned.
    NEW,
    /// It is refused.
    KNOWN
}
