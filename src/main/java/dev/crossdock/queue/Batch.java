package dev.crossdock.queue;

import java.time.Instant;

/// Jobs that were added in one go, with all that they expand into.
///
/// @param id the same as that of its jobs
/// @param title the name of the first of them
/// @param roots how many were added; the others came out of folders
public record Batch(long id, String title, int roots, Instant asked, Tally tally) {

    public boolean isOpen() {
        return tally.open() > 0;
    }
}
