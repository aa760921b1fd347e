package dev.crossdock.cli;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;

/// What the terminal calls the secrets of a site.
final class SecretWords {

    private SecretWords() {}

    static String question(Server server, SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> "Password of " + server.user() + " on " + server.address() + ":";
            case CERTIFICATE ->
                    "Pass phrase of "
                            + server.options().logon().certificate().orElse("the certificate")
                            + ":";
            case PROXY -> "Password for " + proxy(server) + ":";
        };
    }

    static String refused(Server server, SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> server.name() + " refused this password.";
            case CERTIFICATE -> "The file does not open with this pass phrase.";
            case PROXY -> "The proxy refused this password.";
        };
    }

    private static String proxy(Server server) {
        return "the proxy"
                + server.options()
                        .proxy()
                        .map(ProxyServer::address)
                        .map(ServerAddress::toString)
                        .map(address -> " " + address)
                        .orElse("");
    }
}
