package dev.crossdock.ftp;

import dev.crossdock.model.Server;
import dev.crossdock.net.Dialer;
import dev.crossdock.net.Link;
import dev.crossdock.net.Literal;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;

/// Where a server is and how to get there.
///
/// @param at the server at the address in use
record Place(Server at, Dialer dialer) implements Closeable {

    private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

    Link dial(Duration deadline) throws IOException {
        return dialer.dial(at.host(), at.port(), deadline);
    }

    /// Behind a proxy only the server's name is known, not its address.
    InetAddress peer(Link link) {
        return dialer.isIndirect() ? Literal.of(at.host()).orElse(UNKNOWN) : link.peer();
    }

    Link dialData(HostPort where, Duration deadline) throws IOException {
        return where.isKnown()
                ? dialer.dial(where.host(), where.port(), deadline)
                : dialer.dial(at.host(), where.port(), deadline);
    }

    @Override
    public void close() {
        dialer.close();
    }
}
