package dev.crossdock.instance;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Held by the one Crossdock of a data folder, until it is closed or the process ends in any way.
public final class InstanceLock implements Closeable {

    /// A process that closes any channel on a file loses its locks on it (fcntl in POSIX), so that
    /// the file must not even be opened where this process holds it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path dataFolder;
    private final FileChannel channel;

    private InstanceLock(Path dataFolder, FileChannel channel) {
        this.dataFolder = dataFolder;
        this.channel = channel;
    }

    /// Takes the lock unless somebody has it; makes the folder if need be.
    public static Optional<InstanceLock> tryTake(Path dataFolder) throws IOException {
        if (!Files.isDirectory(dataFolder)) {
            Files.createDirectories(dataFolder, OwnFolder.only(dataFolder, "rwx------"));
        }
        Path folder = dataFolder.toRealPath();
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<InstanceLock> lock =
                    locked(folder.resolve("instance.lock"))
                            .map(channel -> new InstanceLock(folder, channel));
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(folder);
            }
        }
    }

    /// The real path of the folder that is locked.
    Path dataFolder() {
        return dataFolder;
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    /// Lets go; the file stays, since another process may be about to lock it.
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(dataFolder);
        }
    }

    private static Optional<FileChannel> locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS),
                        OwnFolder.only(file, "rw-------"));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }
}
