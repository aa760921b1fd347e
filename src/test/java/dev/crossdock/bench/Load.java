package dev.crossdock.bench;

import java.time.Duration;

/// What is measured: so many files of one size, over so many pairs of sessions.
///
/// @param name of the folder on the target, different for each run
/// @param trip the time of one round trip on a control connection
record Load(String name, int pairs, int files, int size, Duration trip) {

    static final String WARM_UP = "/warm-up";
    static final String FILES = "/files";

    String warmUpTarget() {
        return "/" + name + "-warm-up";
    }

    String target() {
        return "/" + name;
    }

    /// Enough for all sessions to be there and the route to be known.
    int warmUpFiles() {
        return 3 * pairs + 1;
    }
}
