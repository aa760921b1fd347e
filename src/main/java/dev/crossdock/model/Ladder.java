package dev.crossdock.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The routes for one direction, best first, and why the others are out.
public record Ladder(List<Rung> usable, List<LeftOut> leftOut) {

    /// A route that can be taken.
    ///
    /// @param evidence how sure it is that it works
    /// @param caveats what this route does not protect or prove, in words
    public record Rung(Route route, Evidence evidence, List<String> caveats) {
        public Rung {
            caveats = List.copyOf(caveats);
        }
    }

    /// @param reason why this route cannot be taken, in words
    /// @param advice what would open it, where that is known; may be empty
    public record LeftOut(Route route, String reason, String advice) {

        public LeftOut(Route route, String reason) {
            this(route, reason, "");
        }
    }

    public Ladder {
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    public List<Route> routes() {
        return usable.stream().map(Rung::route).toList();
    }

    public Optional<Route> best() {
        return routes().stream().findFirst();
    }

    /// What would open routes that are left out, each once.
    public List<String> advices() {
        return leftOut.stream()
                .map(LeftOut::advice)
                .filter(advice -> !advice.isEmpty())
                .distinct()
                .toList();
    }

    /// What to tell the user when no route is usable.
    ///
    /// @param source name of the source's site
    /// @param target name of the target's site
    public Failure noRoute(String source, String target) {
        List<String> reasons =
                methodsByReason().entrySet().stream()
                        .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
                        .toList();
        var details = new ArrayList<>(reasons);
        details.addAll(advices());
        return new Failure(
                Failure.Kind.NO_ROUTE,
                "",
                "There is no route from %s to %s. %s"
                        .formatted(source, target, String.join(" ", reasons))
                        .strip(),
                Failure.Remedy.ASK_USER,
                "Open one of these routes at a server, or allow one that was not allowed.",
                String.join("\n", details));
    }

    /// The same reason often holds for a method with either side passive.
    private Map<String, Set<String>> methodsByReason() {
        return leftOut.stream()
                .collect(
                        Collectors.groupingBy(
                                LeftOut::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        out -> out.route().method().label(),
                                        Collectors.toCollection(LinkedHashSet::new))));
    }
}
