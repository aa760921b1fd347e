package dev.crossdock.cli;

import java.time.Clock;
import java.util.Map;

/// Everything outside that commands touch.
///
/// @param clock its zone is that of times that people read
record Surroundings(
        Cores cores,
        Windows windows,
        Streams streams,
        Map<String, String> environment,
        Signals signals,
        Clock clock) {

    Surroundings {
        environment = Map.copyOf(environment);
    }
}
