package dev.crossdock.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A program whose start is measured, with a home of its own.
///
/// @param title what the title of its window contains
record Program(String name, String title, List<String> command, Path home) {

    private static final String FILEZILLA_SETTINGS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <FileZilla3><Settings>
            <Setting name="Update Check">0</Setting>
            <Setting name="Disable update check">1</Setting>
            </Settings></FileZilla3>
            """;

    Program {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command for " + name);
        }
        command = List.copyOf(command);
    }

    static Program crossdock(String name, String command, Path home) throws IOException {
        return new Program(name, "Crossdock", words(command), made(home));
    }

    /// It does not look for updates.
    static Program filezilla(String command, Path home) throws IOException {
        var program = new Program("FileZilla", "FileZilla", words(command), made(home));
        Path folder = Files.createDirectories(Surroundings.config(home).resolve("filezilla"));
        Files.writeString(folder.resolve("filezilla.xml"), FILEZILLA_SETTINGS);
        return program;
    }

    /// The file that is run; empty if there is none.
    Optional<Path> executable() {
        String first = command.getFirst();
        List<String> folders =
                first.contains("/")
                        ? List.of("")
                        : Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        return folders.stream()
                .map(folder -> Path.of(folder, first).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The files that were installed for it alone: its image, or what `share` has under its name.
    Set<Path> installed() throws IOException {
        var files = new TreeSet<Path>();
        Optional<Path> executable = executable();
        if (executable.isPresent()) {
            Path real = executable.get().toRealPath();
            files.add(real);
            files.addAll(below(own(real)));
        }
        return files;
    }

    private static Path own(Path executable) {
        Path root = executable.resolveSibling("..").normalize();
        if (!executable.startsWith(root.resolve("bin"))) {
            return executable;
        }
        return root.equals(Path.of("/usr")) || root.equals(Path.of("/usr/local"))
                ? root.resolve("share").resolve(executable.getFileName())
                : root;
    }

    private static Set<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || folder.getNameCount() == 0) {
            return Set.of();
        }
        try (var all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).toList());
        }
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split("\\s+"));
    }

    private static Path made(Path home) throws IOException {
        Files.createDirectories(home);
        Files.createDirectory(
                home.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return home;
    }
}
