package dev.crossdock.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;

/// How much of some work is done.
///
/// @param files how many there are, folders not counted
/// @param filesEnded how many have ended, well or not
/// @param filesFailed how many of those failed
/// @param bytes of all files whose size is known
/// @param bytesEnded of those that have ended
/// @param open jobs that have not ended, folders counted too
public record Tally(
        long files, long filesEnded, long filesFailed, long bytes, long bytesEnded, long open) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                files + other.files,
                filesEnded + other.filesEnded,
                filesFailed + other.filesFailed,
                bytes + other.bytes,
                bytesEnded + other.bytesEnded,
                open + other.open);
    }

    Tally minus(Tally other) {
        return plus(
                new Tally(
                        -other.files,
                        -other.filesEnded,
                        -other.filesFailed,
                        -other.bytes,
                        -other.bytesEnded,
                        -other.open));
    }

    /// What one job adds.
    static Tally of(JobRecord job) {
        boolean file = job.spec().kind() == JobSpec.Kind.FILE;
        boolean ended = job.state().isEnd();
        boolean failed = job.state() == JobState.FAILED;
        long bytes = file ? bytes(job) : 0;
        return new Tally(
                file ? 1 : 0,
                file && ended ? 1 : 0,
                file && failed ? 1 : 0,
                bytes,
                ended ? bytes : 0,
                ended ? 0 : 1);
    }

    private static long bytes(JobRecord job) {
        return job.outcome().orElse(null) instanceof Outcome.Done done
                ? done.bytes()
                : Math.max(0, job.spec().size().orElse(0));
    }
}
