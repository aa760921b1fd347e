package dev.crossdock.model;

import java.util.Locale;

/// When a checksum of the file is asked of the servers, besides its size.
public enum HashRule {
    NEVER,
    /// Where both sides can compute the same one and the file does not keep a server busy.
    WHEN_CHEAP,
    /// Where both sides can compute the same one, whatever it costs.
    ALWAYS;

    /// As scripts read it: `when-cheap`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
