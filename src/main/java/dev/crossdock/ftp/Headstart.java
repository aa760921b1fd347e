package dev.crossdock.ftp;

import java.time.Duration;

/// How long a server's first word on a transfer is waited for before we begin with TLS, on one
/// session.
///
/// Most servers say 150 and then shake hands, and pyftpdlib resets a data connection on which bytes
/// arrive before it has read the command. Some, as ftp-srv, shake hands and then say 150.
final class Headstart {

    private static final Duration USUAL = Duration.ofSeconds(1);

    private boolean pointless;

    Duration length() {
        return pointless ? Duration.ZERO : USUAL;
    }

    /// We began with TLS and it was agreed on.
    ///
    /// @param spoken whether the server had said its first word by then
    void agreed(boolean spoken) {
        pointless = !spoken;
    }
}
