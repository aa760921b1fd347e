package dev.crossdock.net;

import java.net.InetAddress;
import java.util.Optional;

/// Tells addresses from names, and asks nobody.
public final class Literal {

    private Literal() {}

    /// The address that the text is; empty if it is a name.
    public static Optional<InetAddress> of(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
