package dev.crossdock.browse;

import dev.crossdock.model.Entry;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerFacts;

import java.util.Optional;

/// One login on one server, for looking around and tidying up.
///
/// Calls block until the server answered or its deadline passed, one at a time; a lost connection
/// is made anew once by the call that finds it lost. [#close] may be called from any thread and
/// ends whatever runs.
public interface Browser extends AutoCloseable {

    /// Connects and logs in if that is not done yet; asks for trust and password where needed.
    ///
    /// @throws FailureException of kind REFUSED, to be tried again later, if the server takes
    ///   nobody now, whoever it is
    ServerFacts connect() throws FailureException, InterruptedException;

    Listing list(RemotePath folder) throws FailureException, InterruptedException;

    /// Asks for one path by itself, whatever listings show: a folder, or a file with its size as
    /// far as it can be told; a link counts as what it leads to. Empty if nothing is there.
    ///
    /// @throws FailureException of kind REFUSED too, if the server cannot tell
    Optional<Entry> look(RemotePath path) throws FailureException, InterruptedException;

    void makeFolder(RemotePath folder) throws FailureException, InterruptedException;

    void rename(RemotePath from, RemotePath to) throws FailureException, InterruptedException;

    /// Deletes a file or link, or a folder with all that is in it. Links are not followed.
    void delete(RemotePath path, Entry.Kind kind) throws FailureException, InterruptedException;

    /// Sets permissions (SITE CHMOD).
    ///
    /// @param mode three or four octal digits
    void chmod(RemotePath path, String mode) throws FailureException, InterruptedException;

    /// Writes a small file; one that is there is replaced.
    void write(RemotePath file, byte[] content) throws FailureException, InterruptedException;

    @Override
    void close();
}
