package dev.crossdock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the system keeps of files in memory.
final class PageCache {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// dd asks with `posix_fadvise`; pages that are not on the disk yet would stay.
    private static final List<String> DROP =
            List.of(
                    "xargs",
                    "-0",
                    "sh",
                    "-c",
                    "sync \"$@\"; for file do dd if=\"$file\" iflag=nocache count=0 status=none;"
                            + " done",
                    "sh");

    private static final List<String> COUNT =
            List.of("xargs", "-0", "fincore", "--bytes", "--noheadings", "--output", "RES");

    private PageCache() {}

    /// Asks the system to forget them. Pages that another process has mapped stay.
    static void drop(Collection<Path> files) throws IOException, InterruptedException {
        run(DROP, files);
    }

    /// Bytes of them that are in memory.
    static long kept(Collection<Path> files) throws IOException, InterruptedException {
        return run(COUNT, files).lines().mapToLong(line -> Long.parseLong(line.strip())).sum();
    }

    private static String run(List<String> command, Collection<Path> files)
            throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        files.forEach(file -> names.add(file.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var late = process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(String.join("\0", names));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        late.join();
        return output;
    }
}
