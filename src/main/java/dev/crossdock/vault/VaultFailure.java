package dev.crossdock.vault;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.store.DiskReason;

import java.io.IOException;
import java.nio.file.Path;

/// Why the vault could not do what it was asked for.
final class VaultFailure {

    private VaultFailure() {}

    static FailureException of(String message, String advice) {
        return new FailureException(failure(message, advice));
    }

    static FailureException of(String message, String advice, Throwable cause) {
        return new FailureException(failure(message, advice), cause);
    }

    static FailureException notWritten(Path file, IOException e) {
        return of(
                "The vault could not be written to %s: %s.".formatted(file, DiskReason.of(e)),
                "Nothing was changed; check the disk and the permissions, then try again.",
                e);
    }

    /// @param why empty unless it is damaged
    static FailureException notOpen(Vault.State state, Path file, String why) {
        return switch (state) {
            case ABSENT -> of("There is no vault yet.", "Make one first.");
            case LOCKED -> of("The vault is locked.", "Unlock it with its master password.");
            case OPEN -> throw new IllegalArgumentException("it is open");
            case DAMAGED ->
                    of(
                            "The vault " + file + " cannot be used: " + why,
                            "Nothing of it was read. Put its backup in its place, or set it aside"
                                    + " and begin anew.");
        };
    }

    private static Failure failure(String message, String advice) {
        return Failure.of(Failure.Kind.LOCAL_DISK, "", message, Failure.Remedy.ASK_USER, advice);
    }
}
