package dev.crossdock.model;

import java.util.Locale;

/// Where a site's server is and who we are there. Holds no secret.
///
/// @param name what the user calls it, used in messages
/// @param host a name or an address, an IPv6 address without brackets
/// @param user the login name
public record Server(
        SiteId id,
        String name,
        String host,
        int port,
        TlsMode tls,
        String user,
        ServerOptions options) {

    /// This computer, where one side of a pair is no server. Nobody connects to its address.
    public static final Server LOCAL =
            new Server(SiteId.LOCAL, "This computer", "localhost", 1, TlsMode.CLEAR, "me");

    public Server {
        ServerAddress.require(host, port);
        if (user.isEmpty() || hasControl(user)) {
            throw new IllegalArgumentException(
                    "A user name has no line breaks or control characters.");
        }
        if (name.isBlank() || hasControl(name)) {
            throw new IllegalArgumentException("A site needs a name without control characters.");
        }
    }

    /// Talked to in the usual way.
    public Server(SiteId id, String name, String host, int port, TlsMode tls, String user) {
        this(id, name, host, port, tls, user, ServerOptions.USUAL);
    }

    public ServerAddress serverAddress() {
        return new ServerAddress(host, port);
    }

    /// `host:port`, with brackets round an IPv6 address.
    public String address() {
        return serverAddress().toString();
    }

    public boolean isLocal() {
        return id.isLocal();
    }

    public Server named(String other) {
        return new Server(id, other, host, port, tls, user, options);
    }

    public Server with(ServerOptions other) {
        return new Server(id, name, host, port, tls, user, other);
    }

    /// The same server at another of its addresses.
    public Server at(ServerAddress address) {
        return new Server(id, name, address.host(), address.port(), tls, user, options);
    }

    /// What a password is for, whatever else is set: where it is sent and for whom.
    public Login login() {
        return new Login(host.toLowerCase(Locale.ROOT), port, tls, user);
    }

    /// One login name on one server.
    ///
    /// @param host in lower case
    public record Login(String host, int port, TlsMode tls, String user) {}

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
