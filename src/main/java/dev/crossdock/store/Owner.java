package dev.crossdock.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes files and folders that only their owner may open, where the file system knows owners.
public final class Owner {

    private Owner() {}

    public static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(folder, "rwx------"));
        }
    }

    /// Makes the file unless it is there.
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            // The same file does for everybody.
        }
    }

    public static Path createTemporary(Path folder, String name) throws IOException {
        return Files.createTempFile(folder, name + ".", ".tmp", only(folder, "rw-------"));
    }

    private static FileAttribute<?>[] only(Path place, String permissions) {
        // Windows folders below the user's profile are the user's alone by inheritance.
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
