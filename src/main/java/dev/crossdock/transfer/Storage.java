package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One side of a job as far as names and sizes go: a server, or this computer.
interface Storage {

    /// What the user calls it.
    String name();

    /// The size of a file in bytes; empty if there is none.
    OptionalLong size(RemotePath file) throws FailureException;

    /// When a file was last changed, where that is told.
    Optional<Instant> modified(RemotePath file) throws FailureException;

    /// What it has under that name.
    ///
    /// @param rule for such a file; the time is looked for only where it is about times
    default Optional<FileVersion> version(RemotePath file, ExistsRule rule)
            throws FailureException {
        OptionalLong size = size(file);
        return size.isPresent()
                ? Optional.of(
                        new FileVersion(
                                size.getAsLong(),
                                rule.needsTimes() ? modified(file) : Optional.empty()))
                : Optional.empty();
    }

    /// The size once nobody writes to it any more.
    ///
    /// @param first what it was a moment ago
    /// @param patientTo up to how many bytes it may grow for as long as it likes
    OptionalLong settled(RemotePath file, OptionalLong first, long patientTo)
            throws FailureException, InterruptedException;

    /// Whether a file can be begun in the middle.
    boolean canResume();

    /// @throws FailureException if no file there can have that name
    void requireName(RemotePath path) throws FailureException;

    Listing list(RemotePath folder) throws FailureException;

    /// Whether it is a folder, or a link to one.
    boolean isFolder(RemotePath path) throws FailureException;

    /// Makes a folder, unless it is there.
    ///
    /// @return whether it was there
    boolean makeFolder(RemotePath folder) throws FailureException;
}
