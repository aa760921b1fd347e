package dev.crossdock.site;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Route;

import java.util.List;

/// What something learned is about.
public sealed interface Topic {

    /// Whether a server can do something.
    record Skill(Endpoint server, Capability capability) implements Topic {}

    /// That a server's data connections fail under TLS 1.3 and work under TLS 1.2.
    record OnlyTls12(Endpoint server) implements Topic {}

    /// Whether files get from one server to the other by this route.
    record Way(Endpoint source, Endpoint target, Route route) implements Topic {}

    /// One server, or source and target.
    default List<Endpoint> servers() {
        return switch (this) {
            case Skill(Endpoint server, _) -> List.of(server);
            case OnlyTls12(Endpoint server) -> List.of(server);
            case Way(Endpoint source, Endpoint target, _) -> List.of(source, target);
        };
    }
}
