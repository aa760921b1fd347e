package dev.crossdock.demo;

import java.net.InetAddress;

/// When a server that connects a protected data connection is TLS client on it.
public enum ProxyRule {
    /// Never, as every server without the extension.
    NONE,
    /// Where the data connection goes to another address than the control connection's.
    OTHER_ADDRESS,
    /// Always: for a demo on a system with one loopback address only, where the real rule is void.
    DEMO_ALWAYS;

    public boolean isAdvertised() {
        return this != NONE;
    }

    boolean makesTlsClient(InetAddress dataPeer, InetAddress controlPeer) {
        return switch (this) {
            case NONE -> false;
            case OTHER_ADDRESS -> !dataPeer.equals(controlPeer);
            case DEMO_ALWAYS -> true;
        };
    }
}
