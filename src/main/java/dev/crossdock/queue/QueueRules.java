package dev.crossdock.queue;

import dev.crossdock.model.SiteId;

import java.util.function.Function;

/// What the user set for the queue as a whole.
///
/// @param files files at once between the same two sites, in one direction
/// @param total jobs at once in all
/// @param slots what each site grants
/// @param retry when jobs are tried again by themselves
public record QueueRules(int files, int total, Function<SiteId, Slots> slots, Retry retry) {

    private static final int FOLDERS = 1;
    private static final int TOTAL = 16;

    public QueueRules {
        if (files < 1 || total < 1) {
            throw new IllegalArgumentException("nothing would ever start");
        }
    }

    /// No limits of sites, nothing tried again.
    public static QueueRules plain(int files) {
        return new QueueRules(files, Math.max(files, TOTAL), _ -> Slots.FREE, Retry.NEVER);
    }

    Scheduler.Limits limits() {
        return new Scheduler.Limits(files, FOLDERS, total, slots);
    }
}
