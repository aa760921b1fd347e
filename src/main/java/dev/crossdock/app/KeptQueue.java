package dev.crossdock.app;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Retry;
import dev.crossdock.queue.Slots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// Opens the user's queue.
final class KeptQueue {

    private static final int MOST_AT_ONCE = 16;

    private KeptQueue() {}

    /// @param pairs how many files may travel at once between the same two sites
    /// @throws FailureException if another program has it, or the disk refuses
    static QueueService open(Path data, JobRunner runner, int pairs, Clock clock)
            throws FailureException {
        var rules =
                new QueueRules(pairs, Math.max(pairs, MOST_AT_ONCE), _ -> Slots.FREE, Retry.USUAL);
        try {
            return new QueueService(JobFile.open(data, clock), runner, () -> rules, clock);
        } catch (JobFile.InUseException inUse) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.LOCAL_DISK,
                            "",
                            "Another running Crossdock has the queue, and does not answer.",
                            Failure.Remedy.RETRY_LATER,
                            "Close it, or wait until it has ended."),
                    inUse);
        } catch (IOException failed) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.LOCAL_DISK,
                            "",
                            "The queue in %s cannot be opened: %s."
                                    .formatted(data, failed.getMessage()),
                            Failure.Remedy.ASK_USER,
                            "Look whether the folder may be written and the disk has room."),
                    failed);
        }
    }
}
