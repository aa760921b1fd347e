package dev.crossdock.local;

import dev.crossdock.model.Entry;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks at files and folders of this computer.
public final class LocalFiles {

    private static final LocalPaths PATHS = LocalPaths.HERE;

    private LocalFiles() {}

    /// What is there, a link taken for itself; empty if nothing is.
    public static Optional<Entry.Kind> kind(Path path) throws FailureException {
        try {
            return Optional.of(
                    kind(
                            Files.readAttributes(
                                    path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw LocalFailure.of(failed, path);
        }
    }

    /// One file or folder, a link taken for itself; empty if it cannot be looked at.
    public static Optional<Entry> entry(Path path) {
        return entry(path, new ArrayList<>());
    }

    /// What a folder holds; entries whose names cannot be told are left out with the reason.
    public static Listing list(RemotePath folder) throws FailureException {
        if (PATHS.isWindows() && folder.isRoot()) {
            return new Listing(folder, drives(), List.of());
        }
        Path path = PATHS.path(folder);
        var entries = new ArrayList<Entry>();
        var leftOut = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(path)) {
            for (Path each : all) {
                entry(each, leftOut).ifPresent(entries::add);
            }
        } catch (DirectoryIteratorException broken) {
            throw LocalFailure.of(Objects.requireNonNull(broken.getCause()), path);
        } catch (IOException failed) {
            throw LocalFailure.of(failed, path);
        }
        return new Listing(folder, entries, leftOut);
    }

    private static Optional<Entry> entry(Path path, List<String> leftOut) {
        if (PATHS.read(path).isEmpty()) {
            leftOut.add("A name that cannot be sent: " + path);
            return Optional.empty();
        }
        String name = path.getFileName().toString();
        try {
            return Optional.of(entry(name, path));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException closed) {
            leftOut.add(LocalFailure.of(closed, path).failure().message());
            return Optional.empty();
        }
    }

    private static Entry entry(String name, Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Class<? extends BasicFileAttributes> type =
                posix ? PosixFileAttributes.class : BasicFileAttributes.class;
        BasicFileAttributes facts = Files.readAttributes(path, type, LinkOption.NOFOLLOW_LINKS);
        Entry.Kind kind = kind(facts);
        return new Entry(
                name,
                kind,
                kind == Entry.Kind.FOLDER ? OptionalLong.empty() : OptionalLong.of(facts.size()),
                Optional.of(facts.lastModifiedTime().toInstant()),
                facts instanceof PosixFileAttributes more
                        ? Optional.of(PosixFilePermissions.toString(more.permissions()))
                        : Optional.empty(),
                kind == Entry.Kind.LINK && facts.isSymbolicLink()
                        ? Optional.of(Files.readSymbolicLink(path).toString())
                        : Optional.empty());
    }

    /// A junction of Windows is a folder that leads elsewhere.
    private static Entry.Kind kind(BasicFileAttributes facts) {
        if (facts.isSymbolicLink() || (facts.isDirectory() && facts.isOther())) {
            return Entry.Kind.LINK;
        }
        if (facts.isDirectory()) {
            return Entry.Kind.FOLDER;
        }
        return facts.isRegularFile() ? Entry.Kind.FILE : Entry.Kind.OTHER;
    }

    private static List<Entry> drives() {
        File[] roots = File.listRoots();
        return Arrays.stream(roots == null ? new File[0] : roots)
                .map(root -> Entry.folder(root.getPath().substring(0, 2)))
                .toList();
    }
}
