package dev.crossdock.cli;

import dev.crossdock.model.FailureException;

import java.util.Optional;

/// A command once its core is open.
interface DeskWork {

    /// @return the exit code
    /// @throws FailureException if nothing could start
    int run(Desk desk) throws UsageException, FailureException, InterruptedException;

    /// What stands in the report when nothing could start.
    Spot source();

    Optional<Spot> target();
}
