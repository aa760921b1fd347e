package dev.crossdock.ui.route;

import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;

import java.util.Optional;

/// One direction between the panes, as far as it is known.
///
/// @param source name of the server that would send
/// @param target name of the server that would receive
/// @param ladder empty until both panes are connected
public record Direction(String source, String target, Optional<Ladder> ladder) {

    static final Direction UNKNOWN = new Direction("", "", Optional.empty());

    Optional<Route> best() {
        return ladder.flatMap(Ladder::best);
    }

    /// The route that will be taken, with what is known of it.
    Optional<Ladder.Rung> chosen() {
        return ladder.flatMap(known -> known.usable().stream().findFirst());
    }
}
