package dev.crossdock.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class OwnerTest {

    @TempDir private Path folder;

    @Test
    void aFileIsReplacedAndNothingIsLeftBesideIt() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Owner.replace(file, "file", new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
        assertEquals(List.of(file), children());
    }

    @Test
    void onlyTheOwnerMayOpenIt() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.writeString(folder.resolve("file"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Owner.replace(file, "file", new byte[0]);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatCannotBeReplacedStaysAndNothingIsLeftBesideIt() throws Exception {
        Path inside = folder.resolve("file").resolve("inside");
        Files.createDirectories(inside);
        assertThrows(
                IOException.class,
                () -> Owner.replace(folder.resolve("file"), "file", new byte[] {1}));
        assertEquals(List.of(folder.resolve("file")), children());
    }

    private List<Path> children() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}
