package dev.crossdock.vault;

import dev.crossdock.model.FailureException;
import dev.crossdock.store.DiskReason;
import dev.crossdock.store.Owner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// The key of a vault without a master password, in a file that only its owner may open.
final class KeyFile {

    private static final int KEY_BYTES = 32;
    private static final int MOST_BYTES = 1024;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /// The caller wipes it.
    ///
    /// @throws FailureException if it is gone, no key, or open to others
    byte[] read() throws FailureException {
        try {
            requireOwners();
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES);
            }
            byte[] key = Bytes.of(new String(bytes, StandardCharsets.US_ASCII).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("not a key");
            }
            return key;
        } catch (NoSuchFileException e) {
            throw VaultFailure.of(
                    "The key of the vault, " + file + ", is gone.",
                    "Bring it back from a copy; without it the saved passwords cannot be read.",
                    e);
        } catch (IOException e) {
            throw VaultFailure.of(
                    "The key of the vault, %s, cannot be read: %s."
                            .formatted(file, DiskReason.of(e)),
                    "Check the permissions.",
                    e);
        } catch (IllegalArgumentException e) {
            throw VaultFailure.of(
                    "The key of the vault, " + file + ", is damaged.",
                    "Bring it back from a copy; without it the saved passwords cannot be read.",
                    e);
        }
    }

    /// Makes it unless it is there.
    byte[] readOrCreate() throws FailureException {
        if (!Files.exists(file)) {
            create();
        }
        return read();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private void create() throws FailureException {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Owner.createFolders(folder);
            String key = Bytes.text(Bytes.random(KEY_BYTES)) + "\n";
            Owner.replace(
                    file, file.getFileName().toString(), key.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw VaultFailure.of(
                    "The key of the vault could not be written to %s: %s."
                            .formatted(file, DiskReason.of(e)),
                    "Check the disk and the permissions.",
                    e);
        }
    }

    private void requireOwners() throws IOException, FailureException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw VaultFailure.of(
                    "Other users of this computer may open the key of the vault, " + file + ".",
                    "Make it yours alone (chmod 600), and change the saved passwords if somebody"
                            + " may have read it.");
        }
    }
}
