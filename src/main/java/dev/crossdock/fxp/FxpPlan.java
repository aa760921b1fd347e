package dev.crossdock.fxp;

import dev.crossdock.ftp.HostPort;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import java.util.OptionalLong;

/// One file on one route, once the passive server listens.
///
/// @param route has a passive side, so it is not the relay
/// @param address where the passive server listens
/// @param extended whether the address is told by EPRT (RFC 2428) and not by PORT
/// @param replaces size in bytes of the file that the target has under that name now
/// @param offset where in the file to begin (REST), in bytes
/// @param careful STOR, which empties an existing file, goes out only after the active server took
///   the PORT and the source showed no objection to its RETR
public record FxpPlan(
        Route route,
        RemotePath sourcePath,
        RemotePath targetPath,
        HostPort address,
        boolean extended,
        OptionalLong replaces,
        long offset,
        boolean careful) {

    public FxpPlan {
        if (route.passive().isEmpty()) {
            throw new IllegalArgumentException("nobody listens on " + route);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("not an offset: " + offset);
        }
        if (address.isIpv6() && !extended) {
            throw new IllegalArgumentException("PORT has no room for " + address);
        }
    }

    Side passive() {
        return route.passive().orElseThrow();
    }

    Side active() {
        return passive().other();
    }

    /// Whether bytes come to the passive server before it sends any: it is TLS server then.
    boolean passiveIsTlsClient() {
        return route.tlsClient().equals(route.passive());
    }

    String portCommand() {
        return extended ? "EPRT " + address.forEprt() : "PORT " + address.forPort();
    }

    String restCommand() {
        return "REST " + offset;
    }

    String transferCommand(Side side) {
        return side == Side.SOURCE ? "RETR " + sourcePath : "STOR " + targetPath;
    }
}
