package dev.crossdock.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a server said of itself in FEAT (RFC 2389).
///
/// @param lines for each capability found, the line it came from
/// @param mlstFacts the facts MLSD can give, in lower case, in the server's order
/// @param hashes the algorithms of HASH, the server's default first
/// @param unknown the lines that mean nothing to us, kept as they came
public record Capabilities(
        Map<Capability, String> lines,
        List<String> mlstFacts,
        List<String> hashes,
        List<String> unknown) {

    public static final Capabilities NONE =
            new Capabilities(Map.of(), List.of(), List.of(), List.of());

    public Capabilities {
        var copy = new EnumMap<Capability, String>(Capability.class);
        copy.putAll(lines);
        lines = Map.copyOf(copy);
        mlstFacts = List.copyOf(mlstFacts);
        hashes = List.copyOf(hashes);
        unknown = List.copyOf(unknown);
    }

    public boolean has(Capability capability) {
        return lines.containsKey(capability);
    }

    /// The FEAT line that says so.
    public Optional<String> line(Capability capability) {
        return Optional.ofNullable(lines.get(capability));
    }
}
