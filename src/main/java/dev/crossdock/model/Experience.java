package dev.crossdock.model;

import java.util.Map;
import java.util.Optional;

/// What earlier transfers taught about two servers, in one direction.
///
/// @param routes what was proven or refuted between the two
/// @param source what the source itself was seen to do or refuse
/// @param target what the target itself was seen to do or refuse
public record Experience(
        Map<Route, Evidence> routes,
        Map<Capability, Evidence> source,
        Map<Capability, Evidence> target) {

    public static final Experience NONE = new Experience(Map.of(), Map.of(), Map.of());

    public Experience {
        routes = Map.copyOf(routes);
        source = Map.copyOf(source);
        target = Map.copyOf(target);
    }

    public Optional<Evidence> of(Route route) {
        return Optional.ofNullable(routes.get(route));
    }

    public Optional<Evidence> of(Side side, Capability capability) {
        var known = side == Side.SOURCE ? source : target;
        return Optional.ofNullable(known.get(capability));
    }
}
