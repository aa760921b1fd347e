package dev.crossdock.ui.route;

import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.ui.control.Strings;

/// A route in words, with the names of the servers.
public final class RouteWords {

    private RouteWords() {}

    /// A few words for a table: `+proxy by beta`, which is the TLS client then.
    public static String brief(Route route, String source, String target) {
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV ->
                    Strings.text(
                            "route.brief",
                            route.method().label(),
                            name(route.tlsClient().orElseThrow(), source, target));
            case RELAY -> Strings.text("route.brief.relay");
            case LOCAL -> Strings.text("route.brief.local");
            case CLEAR -> Strings.text("route.brief.clear");
        };
    }

    /// Who listens, who connects, who is TLS client, and what that means for the bytes.
    public static String full(Route route, String source, String target) {
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV -> direct(route, source, target);
            case RELAY -> Strings.text("route.relay", source, target);
            case LOCAL -> Strings.text("route.local", source, target);
            case CLEAR -> clear(route, source, target);
        };
    }

    /// `+proxy`, `Not encrypted`.
    static String method(Route route) {
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV -> route.method().label();
            case RELAY, LOCAL -> brief(route, "", "");
            case CLEAR -> Strings.text("route.method.clear");
        };
    }

    /// The name of the server that is TLS client; empty if there is none.
    static String tlsClient(Route route, String source, String target) {
        return route.tlsClient().map(client -> name(client, source, target)).orElse("");
    }

    private static String direct(Route route, String source, String target) {
        Side passive = route.passive().orElseThrow();
        Side client = route.tlsClient().orElseThrow();
        String listens = name(passive, source, target);
        String connects = name(passive.other(), source, target);
        String key = client == passive ? "route.direct.passiveClient" : "route.direct.activeClient";
        return Strings.text(key, listens, connects, route.method().label());
    }

    private static String clear(Route route, String source, String target) {
        Side passive = route.passive().orElseThrow();
        return Strings.text(
                "route.clear",
                name(passive, source, target),
                name(passive.other(), source, target));
    }

    private static String name(Side side, String source, String target) {
        return side == Side.SOURCE ? source : target;
    }
}
