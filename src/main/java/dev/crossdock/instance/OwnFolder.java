package dev.crossdock.instance;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Folders that only the user of this process may enter, where the file system knows owners.
final class OwnFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private OwnFolder() {}

    /// Makes the folder, or takes the one that is there if it is the user's own.
    static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, only(folder, "rwx------"));
        } catch (FileAlreadyExistsException there) {
            close(folder);
        }
        Optional<String> doubt = doubt(folder);
        if (doubt.isPresent()) {
            throw new IOException(doubt.get());
        }
    }

    /// Why the folder is not to be used, if there is a reason.
    static Optional<String> doubt(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(folder + " is not a folder");
        }
        if (!knowsOwners(folder)) {
            return Optional.empty();
        }
        var found = attributes(folder);
        if (!found.owner().equals(self())) {
            return Optional.of(folder + " belongs to " + found.owner().getName());
        }
        var others = EnumSet.copyOf(OWNER_ONLY);
        others.addAll(found.permissions());
        return others.equals(OWNER_ONLY)
                ? Optional.empty()
                : Optional.of(folder + " is open to other users");
    }

    /// What to make a file or folder with, so that it is its owner's alone from the first moment.
    static FileAttribute<?>[] only(Path place, String permissions) {
        // Windows folders below the user's profile are the user's alone by inheritance.
        return knowsOwners(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// A copied home may have come with other rights; a folder of somebody else stays as it is.
    private static void close(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && knowsOwners(folder)
                && attributes(folder).owner().equals(self())) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    /// Told by a new file, because a user in a container need not have a name to look up.
    private static UserPrincipal self() throws IOException {
        Path mine = Files.createTempFile("crossdock-", ".tmp");
        try {
            return Files.getOwner(mine);
        } finally {
            Files.delete(mine);
        }
    }

    private static PosixFileAttributes attributes(Path folder) throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean knowsOwners(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
