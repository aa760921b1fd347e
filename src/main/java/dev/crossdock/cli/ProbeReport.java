package dev.crossdock.cli;

import dev.crossdock.model.Ladder;
import dev.crossdock.model.ServerFacts;

/// What `probe` found out of two servers.
///
/// @param first the place as it was typed
/// @param forward the routes from the first server to the second
record ProbeReport(
        String first,
        ServerFacts firstFacts,
        String second,
        ServerFacts secondFacts,
        Ladder forward,
        Ladder backward) {}
