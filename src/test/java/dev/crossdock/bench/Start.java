package dev.crossdock.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// One start of a program.
///
/// @param mapped until its window was visible
/// @param ready until it had answered a key
/// @param busy what all processors together had spent on it by then
/// @param files that it had open or mapped at rest
record Start(Duration mapped, Duration ready, Duration busy, Memory memory, Set<Path> files) {

    Start {
        if (ready.compareTo(mapped) < 0) {
            throw new IllegalArgumentException("ready before there was a window");
        }
        files = Set.copyOf(files);
    }
}
