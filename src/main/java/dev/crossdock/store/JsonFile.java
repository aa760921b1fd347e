package dev.crossdock.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A file that is read within bounds, replaced as a whole and never overwritten unread.
///
/// Beside it lie a backup (the good file before this one) and a lock file.
public final class JsonFile {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Path folder;
    private final JsonFormat format;
    private final InstantSource clock;
    private final SideLock lock;

    public JsonFile(Path file, JsonFormat format, InstantSource clock) {
        this.file = followed(file);
        this.folder =
                Optional.ofNullable(this.file.getParent())
                        .orElseThrow(() -> new IllegalArgumentException("not a file: " + file));
        this.format = format;
        this.clock = clock;
        this.lock = new SideLock(beside(".lock"), Duration.ofSeconds(10));
    }

    public Path path() {
        return file;
    }

    public FileStamp stamp() {
        return FileStamp.of(file);
    }

    public Content read() {
        return read(file);
    }

    /// The good file before the present one.
    public Content readBackup() {
        return read(beside(".backup"));
    }

    /// Lets no other Crossdock change the file meanwhile.
    public <T> T alone(SideLock.Work<T> work) throws IOException {
        Owner.createFolders(folder);
        return lock.hold(work);
    }

    /// Puts the tree in the file's place in one step and keeps what was there as the backup.
    ///
    /// Only for a file that was found good or absent, within [#alone].
    public void replace(ObjectNode root) throws IOException {
        byte[] bytes = format.bytes(root);
        if (Files.exists(file)) {
            write(beside(".backup"), Files.readAllBytes(file));
        }
        write(file, bytes);
    }

    /// Puts the tree in the place of the file and of its backup, so that nothing of what was there
    /// before stays. At each moment both are whole.
    ///
    /// Only for a file that was found good or absent, within [#alone].
    public void replaceAll(ObjectNode root) throws IOException {
        byte[] bytes = format.bytes(root);
        removeUnfinished();
        write(beside(".backup"), bytes);
        write(file, bytes);
    }

    /// Moves the file out of the way under a name with the time in it.
    public Path setAside() throws IOException {
        return setAside(file, ".unreadable-");
    }

    /// The same for the backup, if there is one.
    public void setBackupAside() throws IOException {
        Path backup = beside(".backup");
        if (Files.exists(backup)) {
            Path _ = setAside(backup, ".backup-");
        }
    }

    private Path setAside(Path what, String suffix) throws IOException {
        String name = suffix + STAMP.format(clock.instant());
        Path aside = beside(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = beside(name + "-" + i);
        }
        Files.move(what, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    private Content read(Path from) {
        try (var in = Files.newInputStream(from)) {
            return format.parse(in.readNBytes(JsonFormat.MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            return new Content.Absent();
        } catch (IOException e) {
            return new Content.Bad("it cannot be opened: " + DiskReason.of(e));
        }
    }

    private void write(Path target, byte[] bytes) throws IOException {
        Owner.replace(target, name(), bytes);
    }

    /// What a program left behind that ended in the middle of writing.
    private void removeUnfinished() throws IOException {
        DirectoryStream.Filter<Path> unfinished =
                path -> {
                    String found = path.getFileName().toString();
                    return found.startsWith(name() + ".") && found.endsWith(".tmp");
                };
        try (var all = Files.newDirectoryStream(folder, unfinished)) {
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path beside(String suffix) {
        return folder.resolve(name() + suffix);
    }

    private String name() {
        return file.getFileName().toString();
    }

    /// Where a link leads, so that the link stays when the file is replaced.
    private static Path followed(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException notThere) {
            return file.toAbsolutePath();
        }
    }
}
