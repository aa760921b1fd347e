package dev.crossdock.demo;

import java.net.InetAddress;

/// What a server did on one data connection, noted once it was open and, if so, protected.
///
/// @param tlsClient whether this server was TLS client on it; it was TLS server if `secure` and not
///   this
/// @param peer the address at the other end
/// @param local this server's end
/// @param protocol the version of TLS, `clear` if there was none
public record DataConnection(
        Role role,
        boolean tlsClient,
        boolean secure,
        InetAddress peer,
        InetAddress local,
        String protocol) {

    public DataConnection {
        if (tlsClient && !secure) {
            throw new IllegalArgumentException("no TLS client without TLS");
        }
    }

    /// Who opened the connection.
    public enum Role {
        ACTIVE,
        PASSIVE
    }
}
