package dev.crossdock.cli;

import dev.crossdock.model.FailureException;

/// Makes the core for one command; nothing is connected yet.
@FunctionalInterface
public interface Cores {

    /// @throws FailureException with [dev.crossdock.queue.JobFile.InUseException] as its cause if
    ///   another program has the queue
    Core open(CoreOptions options) throws FailureException;
}
