package dev.crossdock.cli;

import java.time.ZoneId;
import java.util.Map;

/// Everything outside that commands touch.
///
/// @param zone for times that people read
record Surroundings(
        Cores cores,
        Windows windows,
        Streams streams,
        Map<String, String> environment,
        Signals signals,
        Built built,
        ZoneId zone) {

    Surroundings {
        environment = Map.copyOf(environment);
    }
}
