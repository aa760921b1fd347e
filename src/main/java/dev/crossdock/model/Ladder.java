package dev.crossdock.model;

import java.util.List;
import java.util.Optional;

/// The routes for one direction, best first, and why the others are out.
public record Ladder(List<Route> usable, List<LeftOut> leftOut) {

    /// @param reason why this route cannot be taken, and what would open it, in words
    public record LeftOut(Route route, String reason) {}

    public Ladder {
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    public Optional<Route> best() {
        return usable.stream().findFirst();
    }
}
