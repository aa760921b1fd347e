package dev.crossdock.transfer;

import dev.crossdock.local.LocalFailure;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;

/// A download that is not whole yet. It lies beside its target under a name of its own and gets the
/// right one at the end, so that nobody takes half a file for all of it.
final class PartFile {

    private static final String ENDING = ".crossdock-part";

    private final Path target;
    private final Path path;

    private PartFile(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /// @throws FailureException if no file here can have the target's name
    static PartFile of(RemotePath target) throws FailureException {
        Path path = LocalPaths.HERE.path(target);
        if (target.isRoot() || target.name().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.NAME,
                            "",
                            "%s is a name that Crossdock keeps for unfinished files."
                                    .formatted(target.name()),
                            Failure.Remedy.GIVE_UP,
                            "Rename it on the server, then try again."));
        }
        return new PartFile(path, path.resolveSibling(nameFor(target.name())));
    }

    /// A long name leaves no room for an ending.
    static String nameFor(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length + ENDING.length() <= NameRule.LONGEST
                ? name + ENDING
                : UUID.nameUUIDFromBytes(bytes) + ENDING;
    }

    Path path() {
        return path;
    }

    Path target() {
        return target;
    }

    /// How much there is of it.
    OptionalLong size() throws FailureException {
        return LocalStorage.size(path);
    }

    /// Fails if something else has its name: nothing is written through a link.
    void requireOnlyAFile() throws FailureException {
        OptionalLong _ = size();
    }

    /// Gives the whole file its name.
    ///
    /// @param replaces the target was there and is to be replaced; otherwise nothing is
    void finish(boolean replaces) throws FailureException {
        try {
            if (replaces) {
                keepPermissions();
                replace();
            } else {
                Files.move(path, target);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.EXISTS,
                            "",
                            "%s turned up on this computer meanwhile.".formatted(target),
                            Failure.Remedy.ASK_USER,
                            "Choose to overwrite, skip or rename, or remove it."),
                    meanwhile);
        } catch (IOException failed) {
            throw LocalFailure.of(failed, target);
        }
    }

    /// Removes it unless it is worth going on with. Only who has it locked may do so.
    ///
    /// @return whether it is gone
    boolean tidy(boolean worthKeeping) {
        try {
            if (!worthKeeping || size().orElse(0) < ExistingFiles.WORTH_RESUMING) {
                Files.deleteIfExists(path);
                return true;
            }
        } catch (FailureException | IOException notRemoved) {
            // What went wrong before says more.
        }
        return false;
    }

    static void setModified(Path file, Instant when) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(when));
        } catch (IOException notThere) {
            // The bytes are what matters.
        }
    }

    private void replace() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            CopyOption replacing = StandardCopyOption.REPLACE_EXISTING;
            Files.move(path, target, replacing);
        }
    }

    /// Who overwrites a script still wants to run it.
    private void keepPermissions() {
        try {
            var old =
                    Files.getFileAttributeView(
                            target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (old != null) {
                var permissions = Objects.requireNonNull(old.readAttributes().permissions());
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (IOException notToldHere) {
            // It gets those of a new file.
        }
    }
}
