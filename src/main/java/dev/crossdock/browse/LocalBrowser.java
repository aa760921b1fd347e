package dev.crossdock.browse;

import dev.crossdock.local.LocalFailure;
import dev.crossdock.local.LocalFiles;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A [Browser] of this computer's own files.
public final class LocalBrowser implements Browser {

    private static final LocalPaths PATHS = LocalPaths.HERE;
    private static final String ALL = "rwxrwxrwx";

    private final Path home;

    /// @param home the folder to begin in
    public LocalBrowser(Path home) {
        this.home = home;
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public ServerFacts connect() {
        return new ServerFacts(
                Server.LOCAL,
                Capabilities.NONE,
                Optional.empty(),
                "",
                "",
                PATHS.read(home).orElse(RemotePath.ROOT));
    }

    @Override
    public Listing list(RemotePath folder) throws FailureException {
        return LocalFiles.list(folder);
    }

    @Override
    public Optional<Entry> look(RemotePath path) throws FailureException {
        Path there = PATHS.path(path);
        if (Files.isDirectory(there)) {
            return Optional.of(Entry.folder(path.name()));
        }
        if (!Files.isRegularFile(there)) {
            return LocalFiles.entry(there).filter(entry -> entry.kind() != Entry.Kind.LINK);
        }
        try {
            return Optional.of(Entry.file(path.name(), Files.size(there)));
        } catch (IOException failed) {
            throw LocalFailure.of(failed, there);
        }
    }

    @Override
    public void makeFolder(RemotePath folder) throws FailureException {
        Path path = PATHS.path(folder);
        attempt(path, () -> Files.createDirectory(path));
    }

    @Override
    public void rename(RemotePath from, RemotePath to) throws FailureException {
        Path old = PATHS.path(from);
        Path fresh = PATHS.path(to);
        boolean otherCase = from.foldedCase().equals(to.foldedCase());
        if (LocalFiles.kind(fresh).isPresent() && !(otherCase && isSame(old, fresh))) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.EXISTS,
                            "",
                            "%s is there already.".formatted(fresh),
                            Failure.Remedy.ASK_USER,
                            "Choose another name, or remove it first."));
        }
        attempt(old, () -> Files.move(old, fresh));
    }

    @Override
    public void delete(RemotePath path, Entry.Kind kind) throws FailureException {
        Path doomed = PATHS.path(path);
        attempt(doomed, () -> Files.walkFileTree(doomed, new Removing()));
    }

    @Override
    public void chmod(RemotePath path, String mode) throws FailureException {
        if (!mode.matches("[0-7]{3,4}")) {
            throw new IllegalArgumentException("not an octal mode: " + mode);
        }
        Path changed = PATHS.path(path);
        if (!changed.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw LocalFailure.of("This system has no such permissions.", "");
        }
        attempt(changed, () -> Files.setPosixFilePermissions(changed, permissions(mode)));
    }

    @Override
    public void write(RemotePath file, byte[] content) throws FailureException {
        Path path = PATHS.path(file);
        attempt(path, () -> Files.write(path, content));
    }

    @Override
    public void close() {
        // Nothing is held between calls.
    }

    static Set<PosixFilePermission> permissions(String mode) {
        int bits = Integer.parseInt(mode, 8);
        var words = new StringBuilder(ALL);
        for (int i = 0; i < ALL.length(); i++) {
            if ((bits & (0400 >> i)) == 0) {
                words.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.fromString(words.toString());
    }

    private static boolean isSame(Path one, Path other) throws FailureException {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException failed) {
            throw LocalFailure.of(failed, one);
        }
    }

    private static void attempt(Path path, Work work) throws FailureException {
        try {
            work.run();
        } catch (IOException failed) {
            throw LocalFailure.of(failed, path);
        }
    }

    /// Links are removed and not followed.
    private static final class Removing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                throws IOException {
            if (failed != null) {
                throw failed;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
