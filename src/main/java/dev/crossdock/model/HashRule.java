package dev.crossdock.model;

import java.util.Locale;

/// When the servers are asked for a checksum of the file, besides its size.
public enum HashRule {
    NEVER,
    /// Where both servers share one and the file is small enough not to keep them busy.
    WHEN_CHEAP,
    /// Where both servers share one, whatever it costs them.
    ALWAYS;

    /// As scripts read it: `when-cheap`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
