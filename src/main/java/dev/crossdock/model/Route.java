package dev.crossdock.model;

import java.util.Optional;

/// One way for a file from server to server.
///
/// @param passive the server that listens (PASV); the other connects (PORT). Empty for relay and
///   local
/// @param tlsClient the server that is TLS client of the data connection. Empty for relay, clear
///   and local
public record Route(Method method, Optional<Side> passive, Optional<Side> tlsClient) {

    public Route {
        boolean direct = method != Method.RELAY && method != Method.LOCAL;
        boolean handshake = direct && method != Method.CLEAR;
        if (passive.isPresent() != direct || tlsClient.isPresent() != handshake) {
            throw new IllegalArgumentException("roles do not fit " + method);
        }
    }

    public static Route between(Method method, Side passive, Side tlsClient) {
        return new Route(method, Optional.of(passive), Optional.of(tlsClient));
    }

    public static Route clear(Side passive) {
        return new Route(Method.CLEAR, Optional.of(passive), Optional.empty());
    }

    public static Route relay() {
        return new Route(Method.RELAY, Optional.empty(), Optional.empty());
    }

    /// Between this computer and one server.
    public static Route local() {
        return new Route(Method.LOCAL, Optional.empty(), Optional.empty());
    }

    /// What this route does for the bytes; on [Method#LOCAL], where the server has TLS.
    public Protection protection() {
        return switch (method) {
            case PROXY, SSCN, CCSN, CPSV, LOCAL -> Protection.TLS;
            case RELAY -> Protection.RELAYED_TLS;
            case CLEAR -> Protection.CLEAR;
        };
    }
}
