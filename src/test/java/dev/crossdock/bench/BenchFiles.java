package dev.crossdock.bench;

import dev.crossdock.testing.FileTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The files of a server, from behind. Folders are absolute paths on it.
sealed interface BenchFiles {

    void makeFolder(String folder) throws IOException;

    void put(String path, byte[] content) throws IOException;

    /// How many files of this size a folder has.
    long count(String folder, int size) throws IOException;

    static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj("f%04d.bin"::formatted).toList();
    }

    default void fill(String folder, int count, int size) throws IOException {
        makeFolder(folder);
        for (String name : names(count)) {
            put(folder + "/" + name, new byte[size]);
        }
    }

    record InMemory(FileTree tree) implements BenchFiles {

        @Override
        public void makeFolder(String folder) {
            tree.folder(folder);
        }

        @Override
        public void put(String path, byte[] content) {
            tree.file(path, content);
        }

        @Override
        public long count(String folder, int size) {
            return tree.children(folder).stream()
                    .filter(path -> tree.isFile(path) && tree.size(path) == size)
                    .count();
        }
    }

    record OnDisk(Path root) implements BenchFiles {

        @Override
        public void makeFolder(String folder) throws IOException {
            Files.createDirectories(at(folder));
        }

        @Override
        public void put(String path, byte[] content) throws IOException {
            Files.write(at(path), content);
        }

        @Override
        public long count(String folder, int size) throws IOException {
            try (var files = Files.list(at(folder))) {
                return files.filter(file -> file.toFile().length() == size).count();
            }
        }

        private Path at(String path) {
            return root.resolve(path.substring(1));
        }
    }
}
