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

    /// The same as one sentence: `alpha listens, beta connects and is TLS client by +proxy.`
    static String sentence(Route route, String source, String target) {
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV -> direct(route, source, target);
            case RELAY ->
                    "%s sends to this computer, which passes it on to %s; TLS on both ways."
                            .formatted(source, target);
            case CLEAR -> roles(route, source, target, "", "") + "; the data is NOT ENCRYPTED.";
            case LOCAL -> "Between %s and %s over one connection.".formatted(source, target);
        };
    }

    private static String direct(Route route, String source, String target) {
        String client = " and is TLS client by " + route.method().label();
        return route.tlsClient().equals(route.passive())
                ? roles(route, source, target, client, "") + "."
                : roles(route, source, target, "", client) + ".";
    }

    private static String roles(
            Route route, String source, String target, String listening, String connecting) {
        Side passive = route.passive().orElseThrow();
        return "%s listens%s, %s connects%s"
                .formatted(
                        name(passive, source, target),
                        listening,
                        name(passive.other(), source, target),
                        connecting);
    }

    private static String name(Side side, String source, String target) {
        return switch (side) {
            case SOURCE -> source;
            case TARGET -> target;
        };
    }
}
