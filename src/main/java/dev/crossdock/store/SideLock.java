package dev.crossdock.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps two running Crossdocks from changing the same file at once.
///
/// The lock is on a side file, because the file itself is replaced as a whole by each change.
public final class SideLock {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path file;
    private final Duration patience;

    public SideLock(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /// Work that reads or writes files.
    public interface Work<T> {
        T run() throws IOException;
    }

    /// Does the work while nobody else holds the lock; the folder must be there.
    public <T> T hold(Work<T> work) throws IOException {
        try (var channel = open();
                var _ = acquire(channel)) {
            return work.run();
        }
    }

    private FileChannel open() throws IOException {
        Owner.createFile(file);
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private FileLock acquire(FileChannel channel) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        for (FileLock lock = tried(channel); ; lock = tried(channel)) {
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new IOException("another program holds " + file);
            }
            LockSupport.parkNanos(this, PAUSE.toNanos());
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
