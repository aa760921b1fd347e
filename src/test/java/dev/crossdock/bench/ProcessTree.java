package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process with all that it has started, as `/proc` shows them.
record ProcessTree(Process root) {

    /// What the processors have spent on it.
    Duration busy() {
        return all().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Memory memory() throws IOException {
        var parts = new ArrayList<Memory>();
        for (ProcessHandle process : all()) {
            parts.add(Memory.parse(Files.readString(of(process).resolve("smaps_rollup"))));
        }
        return Memory.sum(parts);
    }

    /// The files on a disk that are open or mapped.
    Set<Path> files() throws IOException {
        var files = new TreeSet<Path>();
        for (ProcessHandle process : all()) {
            try (var lines = Files.lines(of(process).resolve("maps"));
                    var open = Files.list(of(process).resolve("fd"))) {
                lines.filter(line -> line.contains(" /"))
                        .map(line -> Path.of(line.substring(line.indexOf(" /") + 1)))
                        .forEach(files::add);
                for (Path each : open.toList()) {
                    files.add(Files.readSymbolicLink(each));
                }
            }
        }
        files.removeIf(file -> file.startsWith("/dev") || !Files.isRegularFile(file));
        return files;
    }

    /// Whether it ended by itself within that time.
    boolean ends(Duration patience) throws InterruptedException {
        return root.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ends what has not ended.
    void end() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root.toHandle()), root.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static Path of(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
