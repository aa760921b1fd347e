package dev.crossdock.cli;

/// What to do with a certificate that no root vouches for and that was not accepted before.
///
/// A changed one is refused in every case.
public enum Trust {
    /// Show it and ask.
    ASK,
    /// Accept it and remember it.
    NEW,
    /// Refuse it.
    KNOWN
}
