package dev.crossdock.transfer;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;

/// Port to whoever remembers what worked between servers and what did not.
///
/// All methods may be called from any thread.
public interface RouteMemory {

    Experience of(Server source, Server target);

    /// A whole file arrived by this route.
    void proven(Server source, Server target, Route route);

    /// @param words what the server said, or what was seen in its place
    void refuted(Server source, Server target, Route route, String words);

    void proven(Server server, Capability capability);

    /// @param words what the server said to the command
    void refuted(Server server, Capability capability, String words);
}
