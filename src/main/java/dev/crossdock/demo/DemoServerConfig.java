package dev.crossdock.demo;

import dev.crossdock.model.TlsMode;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How one embedded server is to behave.
///
/// @param name what it calls itself in its greeting and its certificate
/// @param port 0 for any free one
/// @param proxy when it becomes TLS client on data connections
/// @param root the folder that a logged-in user sees as `/`
/// @param password no secret: it opens a demo
/// @param tlsProtocols what it accepts on both connections
public record DemoServerConfig(
        String name,
        InetAddress address,
        int port,
        ProxyRule proxy,
        TlsMode tls,
        Path root,
        String user,
        String password,
        List<String> tlsProtocols) {

    public static final List<String> TLS_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    public DemoServerConfig {
        if (name.isBlank() || user.isBlank() || password.isEmpty()) {
            throw new IllegalArgumentException("A demo server needs a name, a user, a password.");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("not a folder: " + root);
        }
        if (tlsProtocols.isEmpty()) {
            throw new IllegalArgumentException("A demo server needs a version of TLS.");
        }
        tlsProtocols = List.copyOf(tlsProtocols);
    }

    /// Explicit TLS, with every version of it that is in use.
    public DemoServerConfig(
            String name,
            InetAddress address,
            int port,
            ProxyRule proxy,
            Path root,
            String user,
            String password) {
        this(name, address, port, proxy, TlsMode.EXPLICIT, root, user, password, TLS_PROTOCOLS);
    }

    public DemoServerConfig withTls(TlsMode mode) {
        return new DemoServerConfig(
                name, address, port, proxy, mode, root, user, password, tlsProtocols);
    }

    public DemoServerConfig withTlsProtocols(List<String> protocols) {
        return new DemoServerConfig(
                name, address, port, proxy, tls, root, user, password, protocols);
    }

    public DemoServerConfig withPort(int other) {
        return new DemoServerConfig(
                name, address, other, proxy, tls, root, user, password, tlsProtocols);
    }

    /// Without the password.
    @Override
    public String toString() {
        return name + " (" + tls + ", " + proxy + ") for " + user + " at " + address + ":" + port;
    }
}
