package dev.crossdock.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;

/// Carries out one job from beginning to end, on the thread that calls.
public interface JobRunner {

    /// Runs the job and says how it ended; never throws for what a server did.
    ///
    /// @throws InterruptedException when the queue is being closed
    Outcome run(JobSpec spec, JobContext context) throws InterruptedException;
}
