package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;

import java.util.OptionalLong;

/// Asks the user what to do with a file that the target already has.
public interface ExistsPrompt {

    /// @param source name of the source site
    /// @param target name of the target site
    record Question(
            String source,
            RemotePath sourcePath,
            OptionalLong sourceSize,
            String target,
            RemotePath targetPath,
            OptionalLong targetSize) {}

    /// @param rule never [ExistsRule#ASK]
    /// @param forAll the same for all that wait now
    record Answer(ExistsRule rule, boolean forAll) {}

    Answer ask(Question question) throws InterruptedException;
}
