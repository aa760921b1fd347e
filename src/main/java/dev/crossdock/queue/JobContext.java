package dev.crossdock.queue;

import dev.crossdock.model.JobSpec;

import java.time.Instant;
import java.util.List;

/// What a running job has of the queue.
///
/// @param meter where it tells how far it is
/// @param cancel tells it when to stop
/// @param batch the same for all jobs that were added in one go, and for their children
/// @param asked when the user asked for it, or asked for it again
/// @param children takes the jobs a folder expands into
/// @param traces what it has left at its target
/// @param slot what it may give up for others
public record JobContext(
        Meter meter,
        CancelSignal cancel,
        long batch,
        Instant asked,
        Children children,
        Traces traces,
        Slot slot) {

    /// Adds jobs to the folder's place in the line, as children of the running one. Those that an
    /// earlier run has added are not added again.
    @FunctionalInterface
    public interface Children {
        void add(List<JobSpec> specs);
    }
}
