package dev.crossdock.servers;

import java.io.IOException;

/// What runs behind a [RealServer].
interface Running {

    /// All that it wrote to its logs so far.
    String log() throws IOException;

    /// Ends it and all its sessions.
    void close() throws IOException;
}
