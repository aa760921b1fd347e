package dev.crossdock.transfer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a file was when it was looked at.
///
/// @param size in bytes
/// @param modified when it was last changed, where that is told
record FileVersion(long size, Optional<Instant> modified) {

    /// Times are kept to the millisecond, as the queue keeps them; servers tell whole seconds.
    FileVersion {
        modified = modified.map(when -> when.truncatedTo(ChronoUnit.MILLIS));
    }

    /// Whether both are surely the same; without times nobody can tell.
    boolean isSurely(FileVersion other) {
        return modified.isPresent() && equals(other);
    }
}
