package dev.crossdock.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

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

    /// Puts a file there in one step; what was there stays whole until then.
    ///
    /// @param name how a file that a power cut leaves behind begins; `.tmp` ends it
    public static void replace(Path file, String name, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, name + ".", ".tmp", only(folder, "rw-------"));
        try {
            // Not a FileChannel: an interrupt, as a cancelled job gets, would close it half-way.
            try (var out = new FileOutputStream(fresh.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(folder);
    }

    /// Makes the move last through a power cut, where the system can (Windows cannot).
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            // The content is safe in either case; at worst the old file comes back.
        }
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
