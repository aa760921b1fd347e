package dev.crossdock.ui.pane;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

/// What a pane is about.
public sealed interface PaneState {

    /// Not connected: the user chooses a site.
    record Choosing() implements PaneState {}

    /// On the way to a server.
    record Connecting(Server server) implements PaneState {}

    /// The server could not be reached or did not let us in.
    record Refused(Server server, Failure failure) implements PaneState {}

    /// Logged in.
    record Browsing(ServerFacts facts) implements PaneState {}
}
