package dev.crossdock.fxp;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.OptionalLong;

/// One file on one route.
///
/// @param route has a passive side, so it is not the relay
/// @param passivePeer the passive server's address on its control connection
/// @param replaces size in bytes of the file that the target has under that name now
/// @param careful STOR, which empties an existing file, goes out only after the active server took
///   the PORT
public record FxpPlan(
        Route route,
        RemotePath sourcePath,
        RemotePath targetPath,
        InetAddress passivePeer,
        OptionalLong replaces,
        boolean careful) {

    public FxpPlan {
        if (route.passive().isEmpty()) {
            throw new IllegalArgumentException("nobody listens on " + route);
        }
    }

    Side passive() {
        return route.passive().orElseThrow();
    }

    Side active() {
        return passive().other();
    }

    boolean isIpv6() {
        return passivePeer instanceof Inet6Address;
    }

    String transferCommand(Side side) {
        return side == Side.SOURCE ? "RETR " + sourcePath : "STOR " + targetPath;
    }
}
