package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;

import java.util.Optional;

/// What one job has left at its target, and what it was told; kept where the end of the program
/// cannot lose it.
public interface Traces {

    /// What an earlier run of the job has begun; gone once another job has begun the same file.
    Optional<Begun> begun();

    /// Whether another job has begun that file of this one's target, and not finished it.
    boolean isOfAnother(RemotePath path);

    /// Says that a file is about to be written. Returns once that is on disk, or cannot be.
    void begin(Begun file) throws InterruptedException;

    /// Nothing of the job is at the target any more, or never was.
    void drop();

    /// The user's answer for this job; the next run has it as its rule.
    void answered(ExistsRule rule);

    /// Whether the program ended in the middle of the job's last run.
    boolean wasCut();

    /// Eight characters that no other job has, the same for each run of this one.
    String token();
}
