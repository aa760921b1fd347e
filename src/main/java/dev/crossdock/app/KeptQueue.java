package dev.crossdock.app;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Retry;
import dev.crossdock.queue.Slots;
import dev.crossdock.site.Settings;
import dev.crossdock.site.TransferSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;

/// Opens the user's queue.
final class KeptQueue {

    private KeptQueue() {}

    /// @param settings asked each time, so that changes take effect at once
    /// @param pairs how many files may travel at once between the same two sites; empty for as many
    ///   as the settings say
    /// @throws FailureException if another program has it, or the disk refuses
    static QueueService open(
            Path data, JobRunner runner, Settings settings, OptionalInt pairs, Clock clock)
            throws FailureException {
        try {
            return new QueueService(
                    JobFile.open(data, clock),
                    runner,
                    () -> rules(settings.current(), pairs),
                    clock);
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

    private static QueueRules rules(TransferSettings settings, OptionalInt pairs) {
        int files = pairs.orElse(settings.slots().betweenTwo());
        TransferSettings.Retry retry = settings.retry();
        return new QueueRules(
                files,
                Math.max(files, settings.slots().inAll()),
                site -> slots(settings.slots().of(site)),
                new Retry(retry.tries(), retry.firstDelay(), retry.longestDelay()));
    }

    private static Slots slots(TransferSettings.SiteSlots site) {
        return new Slots(site.logins(), site.uploads(), site.downloads());
    }
}
