package dev.crossdock.bench;

import java.time.Duration;

/// How one client did.
sealed interface Result {

    /// @param flights writes to the busier server, each after something was heard
    record Measured(Duration time, long flights, Load load) implements Result {

        double secondsPerFile() {
            return time.toNanos() / 1e9 / load.files();
        }

        /// How many round trips fit into the time that a pair of sessions spent on a file.
        double tripsPerFile() {
            return secondsPerFile() * load.pairs() / (load.trip().toNanos() / 1e9);
        }

        double flightsPerFile() {
            return (double) flights / load.files();
        }
    }

    record Cannot(String reason) implements Result {}
}
