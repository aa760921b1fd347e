package dev.crossdock.cli;

import dev.crossdock.model.FailureException;

/// Makes the core for one command; nothing is connected yet.
@FunctionalInterface
public interface Cores {
    Core open(CoreOptions options) throws FailureException;
}
