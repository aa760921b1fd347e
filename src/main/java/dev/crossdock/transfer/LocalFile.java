package dev.crossdock.transfer;

import dev.crossdock.fxp.Interrupts;
import dev.crossdock.local.LocalFailure;
import dev.crossdock.model.FailureException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file of this computer while it is read or written; an interrupt ends both.
final class LocalFile implements Closeable {

    private final Path path;
    private final FileChannel channel;

    private LocalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// A file to read from an offset on. The user chose it, so links are followed.
    static LocalFile read(Path path, long offset) throws FailureException, InterruptedException {
        try {
            if (!Files.isRegularFile(path) && Files.exists(path)) {
                throw LocalFailure.of(
                        "%s is not a file.".formatted(path), "Only files and folders can be sent.");
            }
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            return at(offset, new LocalFile(path, channel));
        } catch (IOException failed) {
            throw failure(failed, path);
        }
    }

    /// A file to write from an offset on, made if it is missing; what it had behind is cut off. It
    /// belongs to one program at a time.
    static LocalFile write(Path path, long offset) throws FailureException, InterruptedException {
        try {
            var channel =
                    FileChannel.open(
                            path,
                            Set.of(
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.CREATE,
                                    LinkOption.NOFOLLOW_LINKS));
            var file = new LocalFile(path, channel);
            if (!isOurs(channel)) {
                file.close();
                throw LocalFailure.of(
                        "Another program is writing %s.".formatted(path),
                        "Try again when it has finished.");
            }
            try {
                channel.truncate(offset);
            } catch (IOException failed) {
                file.close();
                throw failed;
            }
            return at(offset, file);
        } catch (IOException failed) {
            throw failure(failed, path);
        }
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

    /// Whatever was written has been handed over before; closing says nothing new.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAnyhow) {
            // The size is looked at afterwards.
        }
    }

    private static LocalFile at(long offset, LocalFile file) throws IOException {
        try {
            file.channel.position(offset);
            return file;
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
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
