package dev.crossdock.model;

import java.util.Locale;

/// Where a server listens.
///
/// @param host a name or an address, an IPv6 address without brackets
public record ServerAddress(String host, int port) {

    public ServerAddress {
        require(host, port);
    }

    /// @throws IllegalArgumentException with words for a person
    static void require(String host, int port) {
        if (host.isBlank() || host.length() > 255 || host.chars().anyMatch(ServerAddress::isBad)) {
            throw new IllegalArgumentException("A server needs a host name or an address.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "A port is a number from 1 to 65535, not " + port + ".");
        }
    }

    private static boolean isBad(int c) {
        return Character.isISOControl(c) || Character.isWhitespace(c);
    }

    /// With the host in lower case, which makes no difference to anybody but a comparison.
    public ServerAddress folded() {
        return new ServerAddress(host.toLowerCase(Locale.ROOT), port);
    }

    /// `host:port`, with brackets round an IPv6 address.
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
