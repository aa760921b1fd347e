package dev.crossdock.site;

import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.TlsMode;

/// A server as others meet it, whoever logs in there: what it can do does not depend on the name
/// that a site has.
///
/// @param host in lower case, an IPv6 address without brackets
public record Endpoint(String host, int port, TlsMode tls) {

    public Endpoint {
        host = new ServerAddress(host, port).folded().host();
    }

    public static Endpoint of(Server server) {
        return new Endpoint(server.host(), server.port(), server.tls());
    }

    /// `host:port`, with brackets round an IPv6 address.
    public String address() {
        return new ServerAddress(host, port).toString();
    }
}
