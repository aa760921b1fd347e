package dev.crossdock.fxp;

import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a route does not protect or prove, in words for a person. Pure.
final class Caveats {

    private Caveats() {}

    static List<String> of(Route route, Server source, Server target) {
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV -> direct(route, source, target);
            case RELAY ->
                    List.of(
                            "The bytes pass through this computer and are decrypted and encrypted"
                                    + " again here.");
            case CLEAR ->
                    List.of(
                            "Whoever is between %s and %s can read and change the data."
                                    .formatted(source.name(), target.name()));
            case LOCAL -> List.of();
        };
    }

    private static List<String> direct(Route route, Server source, Server target) {
        var caveats = new ArrayList<String>();
        caveats.add(
                ("Servers seldom check each other's certificate: the data is encrypted, but"
                                + " neither %s nor %s may know for sure who the other is.")
                        .formatted(source.name(), target.name()));
        if (route.tlsClient().equals(Optional.of(Side.SOURCE))) {
            caveats.add(
                    ("%s sends as TLS client: under TLS 1.3 some servers lose the end of a file"
                                    + " that way and report success, so only the size at %s"
                                    + " proves that it arrived.")
                            .formatted(source.name(), target.name()));
        }
        if (route.method() == Method.PROXY) {
            caveats.add(
                    "%s begins TLS only while it sees this computer and the other server at two addresses."
                            .formatted(
                                    route.tlsClient().equals(Optional.of(Side.SOURCE))
                                            ? source.name()
                                            : target.name()));
        }
        return caveats;
    }
}
