package dev.crossdock.servers;

import java.net.InetAddress;
import java.nio.file.Path;

/// How one server is to run.
///
/// @param folder where it keeps all that it has; a folder of its own, made if it is missing
/// @param address a loopback address of its own
public record Launch(Path folder, InetAddress address, TlsVersions tls, Policy policy) {

    public Launch {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("not a loopback address: " + address);
        }
    }

    /// Fit for FXP, with every version of TLS that is in use.
    public static Launch at(String address, Path folder) {
        return new Launch(
                folder, InetAddress.ofLiteral(address), TlsVersions.UP_TO_1_3, Policy.OPEN);
    }

    public Launch with(TlsVersions other) {
        return new Launch(folder, address, other, policy);
    }

    public Launch with(Policy other) {
        return new Launch(folder, address, tls, other);
    }
}
