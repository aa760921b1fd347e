package dev.crossdock.transfer;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Verification;

/// One try to copy a file between this computer and a server.
sealed interface LocalCopy permits Download, Upload {

    /// @param bytes that the file has
    /// @param by what proved that it is whole
    /// @param note for the user; may be empty
    record Copied(long bytes, Verification by, String note) {

        /// With one more line of note, unless it is empty.
        Copied noting(String line) {
            boolean more = !note.isEmpty() && !line.isEmpty();
            return new Copied(bytes, by, note + (more ? "\n" : "") + line);
        }
    }

    ExistingFiles.Decision decide(Claims.Claim claim) throws FailureException, InterruptedException;

    Copied carry(ExistingFiles.Decision.Send send) throws FailureException, InterruptedException;

    /// What to tell of a copy that was stopped; empty if it has left nothing.
    String remains(ExistingFiles.Decision.Send send) throws FailureException;
}
