package dev.crossdock.transfer;

import dev.crossdock.local.LocalFailure;
import dev.crossdock.local.LocalFiles;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Entry;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The files of this computer. What it is asked for is never reached through a link.
final class LocalStorage implements Storage {

    private static final LocalPaths PATHS = LocalPaths.HERE;

    @Override
    public String name() {
        return Server.LOCAL.name();
    }

    @Override
    public OptionalLong size(RemotePath file) throws FailureException {
        return size(PATHS.path(file));
    }

    @Override
    public Optional<Instant> modified(RemotePath file) throws FailureException {
        Path path = PATHS.path(file);
        try {
            return Optional.of(
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (IOException failed) {
            throw LocalFailure.of(failed, path);
        }
    }

    /// The size of a file in bytes; empty if there is none.
    static OptionalLong size(Path path) throws FailureException {
        Optional<Entry.Kind> kind = LocalFiles.kind(path);
        if (kind.isEmpty()) {
            return OptionalLong.empty();
        }
        return switch (kind.get()) {
            case FILE -> OptionalLong.of(sizeOf(path));
            case FOLDER, LINK, OTHER -> throw inTheWay(path, kind.get());
        };
    }

    @Override
    public OptionalLong settled(RemotePath file, OptionalLong first, long patientTo) {
        return first;
    }

    @Override
    public boolean canResume() {
        return true;
    }

    @Override
    public void requireName(RemotePath path) throws FailureException {
        PATHS.path(path);
    }

    @Override
    public Listing list(RemotePath folder) throws FailureException {
        return LocalFiles.list(folder);
    }

    @Override
    public boolean isFolder(RemotePath path) throws FailureException {
        return Files.isDirectory(PATHS.path(path));
    }

    @Override
    public boolean makeFolder(RemotePath folder) throws FailureException {
        Path path = PATHS.path(folder);
        Optional<Entry.Kind> kind = LocalFiles.kind(path);
        if (kind.isEmpty()) {
            try {
                Files.createDirectory(path);
                return false;
            } catch (IOException failed) {
                throw LocalFailure.of(failed, path);
            }
        }
        return switch (kind.get()) {
            case FOLDER -> true;
            case FILE, LINK, OTHER -> throw inTheWay(path, kind.get());
        };
    }

    private static long sizeOf(Path path) throws FailureException {
        try {
            return Files.size(path);
        } catch (IOException failed) {
            throw LocalFailure.of(failed, path);
        }
    }

    private static FailureException inTheWay(Path path, Entry.Kind kind) {
        return switch (kind) {
            case FILE, FOLDER ->
                    LocalFailure.of(
                            "%s on this computer is a %s already."
                                    .formatted(path, kind == Entry.Kind.FILE ? "file" : "folder"),
                            "Rename it, or choose another folder.");
            case LINK ->
                    LocalFailure.of(
                            "%s is a link; nothing is written through it, since it may lead out of"
                                            .formatted(path)
                                    + " the folder.",
                            "Remove it, or choose the folder that it leads to.");
            case OTHER ->
                    LocalFailure.of(
                            "%s is neither a file nor a folder.".formatted(path),
                            "Choose another folder.");
        };
    }
}
