package dev.crossdock.queue;

import java.util.OptionalInt;

/// How many jobs may use one site at once.
///
/// @param logins in all, the one that is kept free for browsing among them; empty for no limit
/// @param uploads files that the site receives at once
/// @param downloads files that the site sends at once
public record Slots(OptionalInt logins, OptionalInt uploads, OptionalInt downloads) {

    public static final Slots FREE =
            new Slots(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Slots {
        require(logins);
        require(uploads);
        require(downloads);
    }

    /// How many logins jobs may have: one is left for browsing where there is more than one.
    OptionalInt forJobs() {
        return logins.isEmpty() ? logins : OptionalInt.of(Math.max(1, logins.getAsInt() - 1));
    }

    private static void require(OptionalInt count) {
        if (count.orElse(1) < 1) {
            throw new IllegalArgumentException("not a number of slots: " + count.getAsInt());
        }
    }
}
