package dev.crossdock.net;

import dev.crossdock.model.ProxyServer;

import java.io.IOException;

/// A site's proxy did not make the connection; the message says which proxy and what it said.
public final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Whose fault it is.
    public enum Kind {
        /// The proxy itself does not answer, or not as a proxy should.
        PROXY,
        /// The proxy wants another login.
        LOGIN,
        /// The proxy may not or will not do it.
        FORBIDDEN,
        /// The proxy cannot reach the server.
        SERVER
    }

    public ProxyException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ProxyException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// @param rest what the proxy did, as the end of a sentence
    static ProxyException of(Kind kind, ProxyServer proxy, String rest) {
        return new ProxyException(kind, "The proxy " + proxy.address() + " " + rest + ".");
    }

    public Kind kind() {
        return kind;
    }
}
