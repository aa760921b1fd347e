package dev.crossdock.fxp;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which routes there are between two servers, best first, and why the others are out. Pure.
///
/// The target is TLS client where it can be: a TLS client that sends may lose the end of the file
/// under TLS 1.3, because closing with unread session tickets resets the connection.
///
/// @param proxyGoesByAddress a `+proxy` server is TLS client only towards an address that is not
///   the control connection's, as the extension has it; a demo on a single address does without
public record Planner(boolean proxyGoesByAddress) {

    public Ladder ladder(ServerFacts source, ServerFacts target, TransferPolicy policy) {
        var usable = new ArrayList<Ladder.Rung>();
        var leftOut = new ArrayList<Ladder.LeftOut>();
        for (Route route : inOrder()) {
            var obstacle = obstacle(route, source, target, policy);
            if (obstacle.isPresent()) {
                leftOut.add(new Ladder.LeftOut(route, obstacle.get()));
            } else {
                usable.add(new Ladder.Rung(route, new Evidence.Untried(), List.of()));
            }
        }
        return new Ladder(usable, leftOut);
    }

    /// All routes there can be, the one to prefer first.
    private static List<Route> inOrder() {
        var routes = new ArrayList<Route>();
        for (Side client : List.of(Side.TARGET, Side.SOURCE)) {
            routes.add(Route.between(Method.PROXY, client.other(), client));
            for (Method method : List.of(Method.SSCN, Method.CCSN)) {
                routes.add(Route.between(method, client.other(), client));
                routes.add(Route.between(method, client, client));
            }
            routes.add(Route.between(Method.CPSV, client, client));
        }
        routes.add(Route.relay());
        routes.add(Route.clear(Side.TARGET));
        routes.add(Route.clear(Side.SOURCE));
        return routes;
    }

    private Optional<String> obstacle(
            Route route, ServerFacts source, ServerFacts target, TransferPolicy policy) {
        return unwanted(route, policy)
                .or(() -> families(route, source, target))
                .or(() -> unprotected(route, source, target))
                .or(() -> missing(route, source, target))
                .or(() -> forbidden(route, policy))
                .or(() -> notBuilt(route));
    }

    private static Optional<String> unwanted(Route route, TransferPolicy policy) {
        if (policy.method().isPresent() && policy.method().get() != route.method()) {
            return Optional.of("Only %s was asked for.".formatted(policy.method().get().label()));
        }
        if (policy.passive().isPresent()
                && route.passive().isPresent()
                && policy.passive().get() != route.passive().get()) {
            return Optional.of(
                    "Only the %s was to listen.".formatted(policy.passive().get().word()));
        }
        return Optional.empty();
    }

    private static Optional<String> families(Route route, ServerFacts source, ServerFacts target) {
        boolean differ = isIpv6(source) != isIpv6(target);
        return route.method() != Method.RELAY && differ
                ? Optional.of(
                        "%s was reached over IPv%d and %s over IPv%d; they cannot connect directly."
                                .formatted(
                                        source.server().name(),
                                        isIpv6(source) ? 6 : 4,
                                        target.server().name(),
                                        isIpv6(target) ? 6 : 4))
                : Optional.empty();
    }

    private static Optional<String> unprotected(
            Route route, ServerFacts source, ServerFacts target) {
        if (route.method() == Method.CLEAR) {
            return Optional.empty();
        }
        for (ServerFacts server : List.of(source, target)) {
            if (server.tls().isEmpty()) {
                return Optional.of(
                        "%s is connected without TLS, so its data cannot be protected."
                                .formatted(server.server().name()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(Route route, ServerFacts source, ServerFacts target) {
        Optional<Capability> needed = capability(route.method());
        if (needed.isEmpty() || route.tlsClient().isEmpty()) {
            return Optional.empty();
        }
        boolean targetIsClient = route.tlsClient().get() == Side.TARGET;
        ServerFacts client = targetIsClient ? target : source;
        ServerFacts listener = targetIsClient ? source : target;
        if (!client.capabilities().has(needed.get())) {
            return Optional.of(
                    "%s does not offer %s."
                            .formatted(client.server().name(), needed.get().label()));
        }
        if (proxyGoesByAddress
                && route.method() == Method.PROXY
                && client.ownAddress().equals(listener.peerAddress())) {
            return Optional.of(
                    ("%s sees this computer and %s at the same address, %s, and becomes TLS client"
                                    + " only for another address.")
                            .formatted(
                                    client.server().name(),
                                    listener.server().name(),
                                    listener.peerAddress()));
        }
        return Optional.empty();
    }

    private static Optional<Capability> capability(Method method) {
        return switch (method) {
            case PROXY -> Optional.of(Capability.PROXY);
            case SSCN -> Optional.of(Capability.SSCN);
            case CCSN -> Optional.of(Capability.CCSN);
            case CPSV -> Optional.of(Capability.CPSV);
            case RELAY, CLEAR, LOCAL -> Optional.empty();
        };
    }

    private static Optional<String> forbidden(Route route, TransferPolicy policy) {
        if (route.method() == Method.RELAY && !policy.allowRelay()) {
            return Optional.of("Passing the data through this computer was not allowed.");
        }
        if (route.method() == Method.CLEAR && !policy.allowClear()) {
            return Optional.of("The data would not be encrypted, and that was not allowed.");
        }
        return Optional.empty();
    }

    private static Optional<String> notBuilt(Route route) {
        return route.method() == Method.PROXY
                ? Optional.empty()
                : Optional.of(
                        "This version of Crossdock does not use %s yet."
                                .formatted(route.method().label()));
    }

    private static boolean isIpv6(ServerFacts server) {
        return server.peerAddress().indexOf(':') >= 0;
    }
}
