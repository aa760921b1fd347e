package dev.crossdock.vault;

import dev.crossdock.store.Content;
import dev.crossdock.store.FileStamp;
import dev.crossdock.store.JsonFile;
import dev.crossdock.store.SideLock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// The vault on disk: taken whole or not at all.
final class VaultFile {

    private final JsonFile file;

    VaultFile(Path path, InstantSource clock) {
        this.file = new JsonFile(path, VaultShape.format(), clock);
    }

    /// What lies there.
    sealed interface Found {

        record Nothing() implements Found {}

        record Good(VaultContent content) implements Found {}

        /// @param why a sentence for a person
        record Bad(String why) implements Found {}
    }

    Path path() {
        return file.path();
    }

    FileStamp stamp() {
        return file.stamp();
    }

    Found read() {
        return found(file.read());
    }

    Found readBackup() {
        return found(file.readBackup());
    }

    <T> T alone(SideLock.Work<T> work) throws IOException {
        return file.alone(work);
    }

    /// What was there becomes the backup.
    void replace(VaultContent content) throws IOException {
        file.replace(VaultShape.write(content));
    }

    /// Nothing of what was there stays, not as a backup either.
    void replaceAll(VaultContent content) throws IOException {
        file.replaceAll(VaultShape.write(content));
    }

    Path setAside() throws IOException {
        return file.setAside();
    }

    /// A backup of a vault that is gone is kept.
    void setBackupAside() throws IOException {
        file.setBackupAside();
    }

    private static Found found(Content content) {
        return switch (content) {
            case Content.Absent _ -> new Found.Nothing();
            case Content.Bad(String why) -> new Found.Bad(why + ".");
            case Content.Good good -> good(good);
        };
    }

    private static Found good(Content.Good good) {
        try {
            return new Found.Good(VaultShape.read(good.root()));
        } catch (IllegalArgumentException e) {
            return new Found.Bad(String.valueOf(e.getMessage()));
        }
    }
}
