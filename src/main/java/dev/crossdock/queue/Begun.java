package dev.crossdock.queue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;

import java.time.Instant;
import java.util.Optional;

/// A file at the target that a job has begun to write and not finished.
///
/// @param path what it is called there
/// @param aside that name is only for as long as the file is not whole
/// @param replaces a file of that name was there that is not the job's; what is there may still be
///   that one
/// @param size of the source's file when it was begun, in bytes
/// @param modified when the source's file was last changed then, where that is told
/// @param route by which it was sent
public record Begun(
        RemotePath path,
        boolean aside,
        boolean replaces,
        long size,
        Optional<Instant> modified,
        Route route) {

    public Begun {
        if (size < 0) {
            throw new IllegalArgumentException("not a size: " + size);
        }
    }
}
