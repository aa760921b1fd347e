package dev.crossdock.queue;

import dev.crossdock.model.JobSpec;

import java.util.List;

/// What a running job has of the queue.
///
/// @param meter where it tells how far it is
/// @param cancel tells it when to stop
/// @param children takes the jobs a folder expands into
public record JobContext(Meter meter, CancelSignal cancel, Children children) {

    /// Adds jobs behind the ones that wait, as children of the running one.
    @FunctionalInterface
    public interface Children {
        void add(List<JobSpec> specs);
    }
}
