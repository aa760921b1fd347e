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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Knows `+proxy`, and relay and clear where they are allowed.
final class FakeRoutes implements RoutePreview {

    private static final Instant WHEN = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> CAVEATS =
            List.of(
                    "Servers seldom check each other's certificate: the data is encrypted, but"
                            + " neither alpha nor beta may know for sure who the other is.",
                    "alpha sends as TLS client: under TLS 1.3 some servers lose the end of a file"
                            + " that way and report success, so only the size at beta proves that"
                            + " it arrived.");

    @Override
    public Ladder ladder(ServerFacts source, ServerFacts target, TransferPolicy policy) {
        var usable = new ArrayList<Ladder.Rung>();
        var leftOut = new ArrayList<Ladder.LeftOut>();
        sort(target, Route.between(Method.PROXY, Side.SOURCE, Side.TARGET), usable, leftOut);
        sort(source, Route.between(Method.PROXY, Side.TARGET, Side.SOURCE), usable, leftOut);
        for (Side client : Side.values()) {
            leftOut.add(
                    new Ladder.LeftOut(
                            Route.between(Method.SSCN, client, client),
                            "beta does not offer SSCN. ProFTPD has it by TLSOptions"
                                    + " AllowClientRenegotiations in proftpd.conf."));
        }
        allowed(
                policy.allowRelay(),
                Route.relay(),
                "Passing the data through this computer was not allowed.",
                usable,
                leftOut);
        allowed(
                policy.allowClear(),
                Route.clear(Side.TARGET),
                "The data would not be encrypted, and that was not allowed.",
                usable,
                leftOut);
        return new Ladder(usable, leftOut);
    }

    private static void sort(
            ServerFacts active,
            Route route,
            List<Ladder.Rung> usable,
            List<Ladder.LeftOut> leftOut) {
        if (active.capabilities().has(Capability.PROXY)) {
            usable.add(
                    new Ladder.Rung(
                            route,
                            route.passive().equals(Optional.of(Side.SOURCE))
                                    ? new Evidence.Proven(WHEN)
                                    : new Evidence.Refuted(
                                            "425 Unable to build data connection: TLS failed.",
                                            WHEN),
                            CAVEATS));
        } else {
            leftOut.add(
                    new Ladder.LeftOut(
                            route,
                            active.server().name() + " does not say +proxy behind AUTH TLS."));
        }
    }

    private static void allowed(
            boolean allowed,
            Route route,
            String reason,
            List<Ladder.Rung> usable,
            List<Ladder.LeftOut> leftOut) {
        if (allowed) {
            usable.add(
                    new Ladder.Rung(
                            route,
                            new Evidence.Untried(),
                            List.of("Whoever is between them can read the data.")));
        } else {
            leftOut.add(new Ladder.LeftOut(route, reason));
        }
    }
}
