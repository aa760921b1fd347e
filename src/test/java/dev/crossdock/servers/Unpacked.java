package dev.crossdock.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `src/test/servers/fetch` unpacked.
final class Unpacked {

    private static final Path ROOT = Path.of("target/servers/root").toAbsolutePath();

    private Unpacked() {}

    /// Why there is nothing; empty where it is complete.
    static Optional<String> whyNot() {
        return Files.exists(ROOT.resolve("fetched"))
                ? Optional.empty()
                : Optional.of(
                        ROOT + " is missing; on Debian, src/test/servers/fetch unpacks it there.");
    }

    /// @param name as the package has it, without the first slash
    static Path file(String name) {
        return ROOT.resolve(name);
    }

    /// A program with its arguments, able to find the libraries that this machine lacks.
    static ProcessBuilder builder(List<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"));
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        return builder;
    }

    private static String libraries() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.getFileName().toString().contains(".so."))
                    .map(Path::getParent)
                    .map(Path::toString)
                    .distinct()
                    .collect(Collectors.joining(":"));
        }
    }
}
