package dev.crossdock.cli;

import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

/// A route in words: `+proxy: alpha listens, beta connects, beta is TLS client`. Pure.
final class RouteText {

    private RouteText() {}

    static String of(Route route, String source, String target) {
        var words = new StringBuilder(route.method().label()).append(": ");
        route.passive()
                .ifPresentOrElse(
                        passive ->
                                words.append(name(passive, source, target))
                                        .append(" listens, ")
                                        .append(name(passive.other(), source, target))
                                        .append(" connects"),
                        () -> words.append("through this computer"));
        route.tlsClient()
                .ifPresent(client ->
                        words.append(", ")
                                .append(name(client, source, target))
                                .append(" is TLS client"));
        return words.toString();
    }

    private static String name(Side side, String source, String target) {
        return switch (side) {
            case SOURCE -> source;
            case TARGET -> target;
        };
    }
}
