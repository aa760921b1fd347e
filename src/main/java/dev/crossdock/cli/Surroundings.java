package dev.crossdock.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Everything outside that commands touch.
///
/// @param clock its zone is that of times that people read
/// @param loginPauses how long to wait for a server that takes no more logins, one after the other
/// @param queuePauses how long to wait for a queue that another program has, one after the other
record Surroundings(
        Cores cores,
        QueueGate.Finder running,
        Windows windows,
        Streams streams,
        Map<String, String> environment,
        Signals signals,
        Clock clock,
        List<Duration> loginPauses,
        List<Duration> queuePauses) {

    Surroundings {
        environment = Map.copyOf(environment);
        loginPauses = List.copyOf(loginPauses);
        queuePauses = List.copyOf(queuePauses);
    }
}
