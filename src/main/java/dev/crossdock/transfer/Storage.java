package dev.crossdock.transfer;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.util.OptionalLong;

/// One side of a job as far as names and sizes go: a server, or this computer.
interface Storage {

    /// What the user calls it.
    String name();

    /// The size of a file in bytes; empty if there is none.
    OptionalLong size(RemotePath file) throws FailureException;

    /// The same once nobody writes to it any more.
    ///
    /// @param first what it was a moment ago
    OptionalLong settled(RemotePath file, OptionalLong first)
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
