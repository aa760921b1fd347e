package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder under `target`, gone when it is closed. Not in `/tmp`, which may be no disk.
record Scratch(Path folder) implements AutoCloseable {

    static Scratch make() throws IOException {
        Path target = Files.createDirectories(Path.of("target"));
        return new Scratch(Files.createTempDirectory(target, "bench-"));
    }

    /// Removes what is in it.
    void empty() throws IOException {
        close();
        Files.createDirectories(folder);
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
