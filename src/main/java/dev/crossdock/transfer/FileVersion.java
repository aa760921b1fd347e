package dev.crossdock.transfer;

import java.time.Instant;
import java.util.Optional;

/// What a file was when it was looked at.
///
/// @param size in bytes
/// @param modified when it was last changed, where that is told
record FileVersion(long size, Optional<Instant> modified) {

    /// Whether both are surely the same; without times nobody can tell.
    boolean isSurely(FileVersion other) {
        return modified.isPresent() && equals(other);
    }
}
