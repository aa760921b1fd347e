package dev.crossdock.transfer;

import dev.crossdock.model.RemotePath;

/// What to tell of a transfer that was cancelled. Pure.
final class StopWords {

    private StopWords() {}

    static String of(RemotePath path, SessionPair pair) {
        String target = pair.target().server().name();
        return ("What had arrived of %s stays on %s. Some servers go on for a while: %s may still"
                        + " be writing it.")
                .formatted(path, target, target);
    }
}
