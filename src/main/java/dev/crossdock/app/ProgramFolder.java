package dev.crossdock.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/// The folder that the program was unpacked into.
final class ProgramFolder {

    /// While this file lies beside the program, all state is kept there too.
    private static final String MARKER = "portable.ini";

    private static final String STATE = "data";

    /// The system property by which a package says where it lies.
    private static final String ROOT = "crossdock.root";

    private ProgramFolder() {}

    /// As the package says, else the folder of the jar; empty when the classes are in none.
    static Optional<Path> find() {
        return Optional.ofNullable(System.getProperty(ROOT)).map(Path::of).or(ProgramFolder::ofJar);
    }

    /// Where a portable program keeps all state; empty if it is not portable.
    static Optional<Path> portableHome(Path program) {
        return Files.isRegularFile(program.resolve(MARKER))
                ? Optional.of(program.resolve(STATE))
                : Optional.empty();
    }

    private static Optional<Path> ofJar() {
        return Optional.ofNullable(ProgramFolder.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(place -> {
                    try {
                        return Path.of(place.toURI());
                    } catch (URISyntaxException odd) {
                        throw new IllegalStateException("a place that is no URI: " + place, odd);
                    }
                })
                .filter(Files::isRegularFile)
                .flatMap(jar -> Optional.ofNullable(jar.getParent()));
    }
}
