package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;

import java.util.OptionalLong;

/// Asks the user what to do with a file that the target already has.
public interface ExistsPrompt {

    /// @param source name of the source site
    /// @param target name of the target site
    /// @param resumable both sides can begin in the middle of a file
    record Question(
            String source,
            RemotePath sourcePath,
            OptionalLong sourceSize,
            String target,
            RemotePath targetPath,
            OptionalLong targetSize,
            boolean resumable) {

        /// How many bytes a resume would send; empty if it cannot continue what the target has.
        public OptionalLong missing() {
            if (sourceSize.isEmpty() || targetSize.isEmpty()) {
                return OptionalLong.empty();
            }
            long missing = sourceSize.getAsLong() - targetSize.getAsLong();
            // Nobody has to begin in the middle to send nothing.
            boolean possible = missing == 0 || (missing > 0 && resumable);
            return possible ? OptionalLong.of(missing) : OptionalLong.empty();
        }

        /// Whether the file there may be the beginning of the source's.
        public boolean offersResume() {
            return missing().orElse(0) > 0;
        }
    }

    /// @param rule never [ExistsRule#ASK]
    /// @param forAll the same for all that wait now
    record Answer(ExistsRule rule, boolean forAll) {}

    Answer ask(Question question) throws InterruptedException;
}
