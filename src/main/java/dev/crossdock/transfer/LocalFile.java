package dev.crossdock.transfer;

import dev.crossdock.fxp.Interrupts;
import dev.crossdock.local.LocalFailure;
import dev.crossdock.model.FailureException;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A file of this computer while it is read or written; an interrupt ends both.
final class LocalFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object key;

    /// @param key of the file, where it matters and the file system has such
    private LocalFile(Path path, FileChannel channel, @Nullable Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /// A file to read. The user chose it, so links are followed.
    static LocalFile read(Path path) throws FailureException, InterruptedException {
        try {
            if (!Files.isRegularFile(path) && Files.exists(path)) {
                throw LocalFailure.of(
                        "%s is not a file.".formatted(path), "Only files and folders can be sent.");
            }
            return new LocalFile(path, FileChannel.open(path, StandardOpenOption.READ), null);
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// A file to write, made if it is missing; what is in it stays until it is written. It belongs
    /// to one program at a time, until [#close].
    static LocalFile write(Path path) throws FailureException, InterruptedException {
        try {
            Object before = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? key(path) : null;
            // Closing a second channel would end the lock, so this one is for reading as well.
            var channel =
                    FileChannel.open(
                            path,
                            Set.of(
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.CREATE,
                                    LinkOption.NOFOLLOW_LINKS));
            Optional<LocalFile> ours = locked(path, channel, before);
            if (ours.isEmpty()) {
                channel.close();
                throw LocalFailure.of(
                        "Another program is writing %s.".formatted(path),
                        "Try again when it has finished.");
            }
            return ours.get();
        } catch (NoSuchFileException noFolder) {
            throw failure(noFolder, Objects.requireNonNullElse(path.getParent(), path));
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// Reads or writes from there on.
    void goTo(long offset) throws FailureException, InterruptedException {
        try {
            channel.position(offset);
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// Writes from there on; what was behind is gone.
    void cutAt(long offset) throws FailureException, InterruptedException {
        try {
            channel.truncate(offset);
            channel.position(offset);
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// What is behind the offset; not for much.
    byte[] endFrom(long offset) throws FailureException, InterruptedException {
        var end = new byte[Math.toIntExact(size() - offset)];
        goTo(offset);
        int has = 0;
        while (has < end.length) {
            byte[] buffer = new byte[end.length - has];
            int count = read(buffer, buffer.length);
            if (count < 0) {
                break;
            }
            System.arraycopy(buffer, 0, end, has, count);
            has += count;
        }
        return Arrays.copyOf(end, has);
    }

    /// Puts that behind the offset, and nothing more.
    void endWith(byte[] end, long offset) throws FailureException, InterruptedException {
        cutAt(offset);
        write(end, end.length);
    }

    int read(byte[] buffer, int most) throws FailureException, InterruptedException {
        try {
            return channel.read(ByteBuffer.wrap(buffer, 0, most));
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    void write(byte[] buffer, int count) throws FailureException, InterruptedException {
        var bytes = ByteBuffer.wrap(buffer, 0, count);
        try {
            while (bytes.hasRemaining()) {
                int _ = channel.write(bytes);
            }
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    long size() throws FailureException, InterruptedException {
        try {
            return channel.size();
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// Waits until what was written would survive the end of this computer.
    void settle() throws FailureException, InterruptedException {
        try {
            channel.force(false);
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// Closes what was written to; disks that are elsewhere may say only now that they are full.
    void finish() throws FailureException, InterruptedException {
        try {
            channel.close();
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// Closes what is of no more interest.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAnyhow) {
            // Why nobody waits for it any more says more.
        }
    }

    /// Whether its name is still its own; others may have renamed, removed or replaced it.
    boolean hasName() {
        try {
            return Objects.equals(key(path), key);
        } catch (IOException gone) {
            return false;
        }
    }

    /// Empty if another program has it, or had it when it was opened and has given it its right
    /// name since.
    private static Optional<LocalFile> locked(
            Path path, FileChannel channel, @Nullable Object before) {
        try {
            if (!isOurs(channel)) {
                return Optional.empty();
            }
            Object now = key(path);
            return before == null || before.equals(now)
                    ? Optional.of(new LocalFile(path, channel, now))
                    : Optional.empty();
        } catch (IOException renamed) {
            return Optional.empty();
        }
    }

    /// Tells two files of one name apart, where the file system can.
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /// Not all file systems know locks; on those nobody is in the way.
    private static boolean isOurs(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException anotherJob) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    private static FailureException failure(IOException failed, Path path)
            throws InterruptedException {
        Interrupts.check();
        return LocalFailure.of(failed, path);
    }
}
