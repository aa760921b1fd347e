package dev.crossdock.fxp;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which routes there are between two servers, best first, and why the others are out. Pure.
///
/// The target is TLS client where it can be: a TLS client that sends may lose the end of the file
/// under TLS 1.3, because closing with unread session tickets resets the connection. What is known
/// of a route puts it before or behind the others of its rung, never on another rung.
///
/// @param proxyGoesByAddress a `+proxy` server is TLS client only towards an address that is not
///   the control connection's, as the extension has it; a demo on a single address does without
public record Planner(boolean proxyGoesByAddress) {

    public Ladder ladder(
            ServerFacts source, ServerFacts target, TransferPolicy policy, Experience experience) {
        Ladder fresh =
                ladder(
                        new Prospects(
                                source, target, policy, experience, proxyGoesByAddress, false));
        return fresh.usable().isEmpty()
                ? ladder(
                        new Prospects(source, target, policy, experience, proxyGoesByAddress, true))
                : fresh;
    }

    private static Ladder ladder(Prospects pair) {
        var usable = new ArrayList<Ladder.Rung>();
        var leftOut = new ArrayList<Ladder.LeftOut>();
        for (List<Route> rung : rungs()) {
            var open = new ArrayList<Ladder.Rung>();
            for (Route route : rung) {
                Optional<String> obstacle = pair.obstacle(route);
                if (obstacle.isPresent()) {
                    leftOut.add(new Ladder.LeftOut(route, obstacle.get(), pair.advice(route)));
                } else {
                    open.add(
                            new Ladder.Rung(
                                    route,
                                    pair.evidence(route),
                                    Caveats.of(route, pair.source(), pair.target())));
                }
            }
            open.sort(Comparator.comparingInt(each -> rank(each.evidence())));
            usable.addAll(open);
        }
        return new Ladder(usable, leftOut);
    }

    /// All routes there can be, the ones to prefer first.
    private static List<List<Route>> rungs() {
        var rungs = new ArrayList<List<Route>>();
        for (Side client : List.of(Side.TARGET, Side.SOURCE)) {
            rungs.add(List.of(Route.between(Method.PROXY, client.other(), client)));
            var commands = new ArrayList<Route>();
            for (Method method : List.of(Method.SSCN, Method.CCSN)) {
                commands.add(Route.between(method, client.other(), client));
                commands.add(Route.between(method, client, client));
            }
            commands.add(Route.between(Method.CPSV, client, client));
            rungs.add(commands);
        }
        rungs.add(List.of(Route.relay()));
        rungs.add(List.of(Route.clear(Side.TARGET), Route.clear(Side.SOURCE)));
        return rungs;
    }

    private static int rank(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Proven _ -> 0;
            case Evidence.Advertised _ -> 1;
            case Evidence.Untried _ -> 2;
            case Evidence.Refuted _ -> 3;
        };
    }
}
