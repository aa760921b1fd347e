package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.FailureException;

import java.nio.file.Path;
import java.util.Optional;

/// Who carries out the commands for the queue.
public interface QueueGate extends AutoCloseable {

    /// @throws FailureException if it is refused, or nobody answers
    JsonNode ask(String command, ObjectNode arguments)
            throws UsageException, FailureException, InterruptedException;

    @Override
    void close();

    /// Finds the Crossdock that runs already.
    interface Finder {

        /// @param home the folder of all state; empty for the usual places
        /// @throws FailureException if there is one that does not answer
        Optional<QueueGate> find(Optional<Path> home) throws FailureException;

        /// Nothing else ever runs.
        Finder NOBODY = _ -> Optional.empty();
    }
}
