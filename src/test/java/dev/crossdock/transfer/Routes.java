package dev.crossdock.transfer;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;

import java.util.Optional;
import java.util.stream.Stream;

/// Every way for a file, and servers between which it is the only one.
final class Routes {

    static final Route PROXY = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    static final Route SSCN = Route.between(Method.SSCN, Side.SOURCE, Side.TARGET);
    static final Route BACKWARD_SSCN = Route.between(Method.SSCN, Side.TARGET, Side.SOURCE);

    private Routes() {}

    static Stream<Route> all() {
        return Stream.concat(direct(), Stream.of(Route.relay()));
    }

    /// Those from server to server.
    static Stream<Route> direct() {
        return Stream.concat(
                guarded(), Stream.of(Route.clear(Side.SOURCE), Route.clear(Side.TARGET)));
    }

    /// Those from server to server over TLS.
    static Stream<Route> guarded() {
        return Stream.of(Side.TARGET, Side.SOURCE)
                .flatMap(client ->
                        Stream.of(
                                Route.between(Method.PROXY, client.other(), client),
                                Route.between(Method.SSCN, client.other(), client),
                                Route.between(Method.SSCN, client, client),
                                Route.between(Method.CCSN, client.other(), client),
                                Route.between(Method.CCSN, client, client),
                                Route.between(Method.CPSV, client, client)));
    }

    /// The servers that the route needs.
    static PairSetup servers(Route route) {
        return route.tlsClient()
                .map(client -> PairSetup.USUAL.on(client, setup -> skilled(setup, route.method())))
                .orElse(PairSetup.USUAL);
    }

    /// What the route needs to be allowed.
    static TransferPolicy policy(Route route, ExistsRule rule) {
        return new TransferPolicy(
                Optional.empty(),
                route.passive(),
                route.method() == Method.RELAY,
                route.method() == Method.CLEAR,
                rule,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }

    private static Setup skilled(Setup setup, Method method) {
        return switch (method) {
            case PROXY -> setup.with(ProxyRule.OTHER_ADDRESS);
            case SSCN, CCSN, CPSV -> setup.with(Skill.valueOf(method.name()));
            case RELAY, CLEAR, LOCAL -> setup;
        };
    }
}
