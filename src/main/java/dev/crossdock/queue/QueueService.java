package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/// The queue: takes jobs, runs them in the background, tells what changed.
///
/// All methods may be called from any thread and return at once.
public final class QueueService implements AutoCloseable {

    /// @param pairs how many jobs may run at once
    public QueueService(JobRunner runner, int pairs, Clock clock) {}

    public List<JobId> add(List<JobSpec> specs) {
        return List.of();
    }

    /// Stops running jobs and takes waiting ones out of the line.
    public void cancel(Collection<JobId> ids) {}

    public void cancelAll() {}

    /// Lines up jobs again that ended without success.
    public void retry(Collection<JobId> ids) {}

    /// Forgets jobs that have ended.
    public void remove(Collection<JobId> ids) {}

    /// Forgets all jobs that ended well: done and skipped.
    public void clearFinished() {}

    /// Holds back waiting jobs, lets running ones finish; or goes on.
    public void pause(boolean paused) {}

    /// What happened since a version; 0 asks for everything.
    public QueueChanges changesSince(long version) {
        return new QueueChanges(version, List.of(), List.of(), 0, 0);
    }

    /// Returns when no job waits or runs.
    public void awaitIdle() throws InterruptedException {}

    /// Cancels what runs and ends the threads, within a few seconds.
    @Override
    public void close() {}
}
