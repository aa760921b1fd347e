package dev.crossdock.model;

/// A go-between for all our own connections to a server. It has nothing to do with `+proxy`.
///
/// @param user empty if it wants no login
public record ProxyServer(Kind kind, ServerAddress address, String user) {

    public enum Kind {
        /// RFC 1928, with user name and password as in RFC 1929.
        SOCKS5,
        /// The method CONNECT of HTTP (RFC 9110 §9.3.6).
        HTTP_CONNECT
    }

    public ProxyServer {
        if (!user.isEmpty()) {
            ServerOptions.requireLine("A user name", user);
        }
    }
}
