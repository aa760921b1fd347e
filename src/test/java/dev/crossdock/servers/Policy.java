package dev.crossdock.servers;

/// What a server lets a client do with data connections.
public enum Policy {
    /// Fit for FXP: other addresses may take part, and TLS sessions need not be resumed.
    OPEN,
    /// As distributed: only the client's address, and only resumed TLS sessions where the server
    /// knows that demand.
    STRICT;

    /// One of the two words of a configuration, the first when open.
    String choose(String open, String strict) {
        return switch (this) {
            case OPEN -> open;
            case STRICT -> strict;
        };
    }
}
