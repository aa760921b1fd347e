package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.TlsMode;

import java.util.Locale;

/// A server as others meet it, whoever logs in there: what it can do does not depend on the name
/// that a site has.
///
/// @param host in lower case, an IPv6 address without brackets
public record Endpoint(String host, int port, TlsMode tls) {

    public Endpoint {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isBlank() || host.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A server needs a host name or an address.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "A port is a number from 1 to 65535, not " + port + ".");
        }
    }

    public static Endpoint of(Server server) {
        return new Endpoint(server.host(), server.port(), server.tls());
    }

    /// `host:port`, with brackets round an IPv6 address.
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
