package dev.crossdock.model;

import java.util.Optional;

/// What is known of a server once we are logged in.
///
/// @param tls empty where the site asked for a clear control connection
/// @param peerAddress the server's address as we see it, `127.0.0.2`
/// @param ownAddress our address as the server sees it, where no NAT stands between
/// @param home the folder we were put in at login
/// @param product a guess, good for advice and for nothing that has to be right
public record ServerFacts(
        Server server,
        Capabilities capabilities,
        Optional<TlsFacts> tls,
        String peerAddress,
        String ownAddress,
        RemotePath home,
        ServerProduct product) {

    /// A server that nobody tried to recognise.
    public ServerFacts(
            Server server,
            Capabilities capabilities,
            Optional<TlsFacts> tls,
            String peerAddress,
            String ownAddress,
            RemotePath home) {
        this(server, capabilities, tls, peerAddress, ownAddress, home, ServerProduct.UNKNOWN);
    }
}
