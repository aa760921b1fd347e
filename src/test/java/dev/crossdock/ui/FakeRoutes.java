package dev.crossdock.ui;

import dev.crossdock.browse.RoutePreview;
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

/// Knows `+proxy` and nothing else.
final class FakeRoutes implements RoutePreview {

    @Override
    public Ladder ladder(ServerFacts source, ServerFacts target, TransferPolicy policy) {
        var usable = new ArrayList<Ladder.Rung>();
        var leftOut = new ArrayList<Ladder.LeftOut>();
        sort(target, Route.between(Method.PROXY, Side.SOURCE, Side.TARGET), usable, leftOut);
        sort(source, Route.between(Method.PROXY, Side.TARGET, Side.SOURCE), usable, leftOut);
        leftOut.add(
                new Ladder.LeftOut(
                        Route.relay(), "Relaying through this computer is not built yet."));
        leftOut.add(
                new Ladder.LeftOut(
                        Route.clear(Side.TARGET),
                        "Both sites would have to allow transfers without encryption."));
        return new Ladder(usable, leftOut);
    }

    private static void sort(
            ServerFacts active,
            Route route,
            List<Ladder.Rung> usable,
            List<Ladder.LeftOut> leftOut) {
        if (active.capabilities().has(Capability.PROXY)) {
            usable.add(new Ladder.Rung(route, new Evidence.Untried(), List.of()));
        } else {
            leftOut.add(
                    new Ladder.LeftOut(
                            route,
                            active.server().name() + " does not say +proxy behind AUTH TLS."));
        }
    }
}
