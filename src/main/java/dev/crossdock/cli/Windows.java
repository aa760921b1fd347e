package dev.crossdock.cli;

import dev.crossdock.site.ServerLink;

import java.nio.file.Path;
import java.util.Optional;

/// What the command line starts that is not a command; each returns the exit code when it is over.
public interface Windows {

    /// @param link fills a form of the window and starts nothing
    int window(Optional<Path> home, Optional<ServerLink> link);

    /// @param serve only serve the demo servers and print their addresses, open no window
    /// @param singleAddress both demo servers share 127.0.0.1, for systems that have no other
    int demo(Optional<Path> home, boolean serve, boolean singleAddress);
}
