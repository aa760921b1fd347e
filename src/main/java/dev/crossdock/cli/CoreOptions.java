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
public record CoreOptions(
        Optional<Path> home,
        Trust trust,
        Prompts prompts,
        ExistsPrompt existsPrompt,
        int pairs,
        long limit) {

    public CoreOptions {
        if (pairs < 1) {
            throw new IllegalArgumentException("at least one pair: " + pairs);
        }
    }
}
