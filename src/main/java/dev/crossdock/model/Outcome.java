package dev.crossdock.model;

import java.time.Duration;

/// How a job ended.
public sealed interface Outcome {

    /// Both servers said yes and the target holds the whole file.
    ///
    /// @param note what did not work before it did; may be empty
    record Done(
            long bytes,
            Duration elapsed,
            Route route,
            Protection protection,
            Verification verified,
            RemotePath target,
            Controls controls,
            String note)
            implements Outcome {

        /// The same for a file that was not as big as it was thought to be.
        public Done withBytes(long other) {
            return new Done(other, elapsed, route, protection, verified, target, controls, note);
        }

        /// The same for a file that was given its name at the end.
        public Done called(RemotePath name) {
            return new Done(bytes, elapsed, route, protection, verified, name, controls, note);
        }

        public Done verifiedBy(Verification proof) {
            return new Done(bytes, elapsed, route, protection, proof, target, controls, note);
        }

        /// With one more line of note.
        public Done noting(String line) {
            String notes = note.isEmpty() ? line : note + "\n" + line;
            return new Done(bytes, elapsed, route, protection, verified, target, controls, notes);
        }
    }

    /// The folder stands on the target, jobs for what it holds are in the queue.
    ///
    /// @param leftOut how many entries no job was made for
    record Expanded(int files, int folders, int leftOut, String note) implements Outcome {}

    /// Left alone on purpose, by the rule for existing files or the user's answer.
    record Skipped(String reason) implements Outcome {}

    record Failed(Failure failure) implements Outcome {}

    /// @param note what may still be going on at a server; may be empty
    record Cancelled(String note) implements Outcome {}

    /// As scripts read it: `done`, `skipped`, `failed`, `cancelled`.
    default String word() {
        return switch (this) {
            case Done _, Expanded _ -> "done";
            case Skipped _ -> "skipped";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }
}
