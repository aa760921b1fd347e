package dev.crossdock.ftp;

import java.net.InetAddress;

/// The server named somebody else's address for its data, and nobody is sent there.
public final class ForeignAddressException extends GarbledException {

    private static final long serialVersionUID = 1L;

    private final InetAddress named;
    private final InetAddress own;

    ForeignAddressException(InetAddress named, InetAddress own) {
        super(
                "the server named a foreign address for its data, %s instead of its own %s"
                        .formatted(named.getHostAddress(), own.getHostAddress()));
        this.named = named;
        this.own = own;
    }

    /// Where the server wants its data connection made to.
    InetAddress named() {
        return named;
    }

    /// The server's address on its control connection.
    InetAddress own() {
        return own;
    }
}
