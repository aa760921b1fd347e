package dev.crossdock.cli;

import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.Prompts;

import java.nio.file.Path;
import java.util.Optional;

/// How a command wants its core.
///
/// @param home the folder of all state; empty for the usual places
/// @param pairs how many files may travel at once
/// @param limit bytes a second for what passes this computer, 0 for as fast as it goes
/// @param queue which queue it has
public record CoreOptions(
        Optional<Path> home,
        Trust trust,
        Prompts prompts,
        ExistsPrompt existsPrompt,
        int pairs,
        long limit,
        QueueUse queue) {

    /// Which queue a command works with.
    public enum QueueUse {
        /// One of its own, gone when the command is over.
        TEMPORARY,
        /// The user's; nothing starts before it is told to.
        KEPT
    }

    public CoreOptions {
        if (pairs < 1) {
            throw new IllegalArgumentException("at least one pair: " + pairs);
        }
    }
}
