package dev.crossdock.vault;

import dev.crossdock.model.FailureException;
import dev.crossdock.store.FileStamp;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/// What is known of the vault's file and whether it is open. Guarded by the monitor of the vault.
final class VaultDoor {

    private static final String BROKEN_SEAL =
            "It was changed by something that does not know its key.";

    private final VaultFile file;
    private final KeySource source;
    private final IdleLock idle;
    private @Nullable FileStamp seen;
    private @Nullable VaultContent content;
    private @Nullable VaultKeys keys;
    private @Nullable VaultContent distrusted;
    private String damage = "";
    private long changes;

    VaultDoor(VaultFile file, KeySource source, InstantSource clock, Runnable look) {
        this.file = file;
        this.source = source;
        this.idle = new IdleLock(clock, look);
    }

    IdleLock idle() {
        return idle;
    }

    /// Grows whenever the state or the names change.
    long changes() {
        return changes;
    }

    State state() {
        if (!damage.isEmpty()) {
            return State.DAMAGED;
        }
        if (content == null) {
            return State.ABSENT;
        }
        return keys == null ? State.LOCKED : State.OPEN;
    }

    Optional<VaultContent> content() {
        return Optional.ofNullable(content);
    }

    String damage() {
        return damage;
    }

    boolean isKeyFile() {
        return content != null && content.lock().protection() == Protection.KEY_FILE;
    }

    /// Reads the file again if it is another one, and locks what nobody used for too long.
    void refresh() {
        if (keys != null && !isKeyFile() && idle.isDue()) {
            close();
        }
        FileStamp now = file.stamp();
        if (!now.equals(seen)) {
            seen = now;
            take(file.read());
        }
        if (keys == null && isKeyFile()) {
            openByItself();
        }
    }

    /// Reads the file whether it looks the same or not.
    void reload() {
        seen = null;
        refresh();
    }

    /// @throws FailureException if there is none, or none that can be used
    VaultContent requireContent() throws FailureException {
        if (content == null) {
            throw VaultFailure.notOpen(state(), file.path(), damage);
        }
        return content;
    }

    /// @throws FailureException if it is not open
    VaultKeys requireOpen() throws FailureException {
        if (keys == null && isKeyFile()) {
            open(source.ofKeyFile(requireContent().lock()));
        }
        if (keys == null) {
            throw VaultFailure.notOpen(state(), file.path(), damage);
        }
        return keys;
    }

    /// @throws FailureException if it is in any other state
    void require(State wanted) throws FailureException {
        if (state() != wanted) {
            throw wanted == State.ABSENT
                    ? VaultFailure.of("There is a vault already.", "Use that one.")
                    : VaultFailure.of("The vault is not damaged.", "Leave it where it is.");
        }
    }

    /// Fails unless nothing can be had of the vault.
    void requireUseless() throws FailureException {
        switch (state()) {
            case DAMAGED, LOCKED -> {}
            case OPEN -> throw VaultFailure.of("The vault is open.", "Remove what is in it.");
            case ABSENT -> throw VaultFailure.of("There is no vault.", "Make one.");
        }
    }

    /// Opens what lies there with keys that fit its lock; a broken seal makes it a damaged one.
    void open(VaultKeys fitting) {
        VaultContent found = content;
        if (found == null || !found.isSealedWith(fitting)) {
            fitting.wipe();
            distrusted(found);
            return;
        }
        close();
        keys = fitting;
        changes++;
        idle.used();
        idle.watch();
    }

    void close() {
        if (keys != null) {
            keys.wipe();
            keys = null;
            changes++;
            idle.stop();
        }
    }

    /// The keys stay those that are open.
    void write(VaultContent next) throws IOException {
        file.replace(next);
        written(next);
    }

    /// In the place of the backup too, under other keys.
    void rewrite(VaultContent next, VaultKeys other) throws IOException {
        file.replaceAll(next);
        close();
        written(next);
        open(other);
    }

    private void written(VaultContent next) {
        content = next;
        seen = file.stamp();
        changes++;
    }

    private void take(VaultFile.Found found) {
        switch (found) {
            case VaultFile.Found.Nothing _ -> {
                close();
                content = null;
                damage = "";
                changes++;
            }
            case VaultFile.Found.Bad(String why) -> damaged(why);
            case VaultFile.Found.Good(VaultContent good) when good.equals(content) -> {}
            case VaultFile.Found.Good(VaultContent good) when good.equals(distrusted) ->
                    damaged(BROKEN_SEAL);
            case VaultFile.Found.Good(VaultContent good) -> taken(good);
        }
    }

    private void taken(VaultContent good) {
        if (content == null || !content.lock().equals(good.lock())) {
            close();
        }
        content = good;
        damage = "";
        changes++;
        if (keys != null && !good.isSealedWith(keys)) {
            distrusted(good);
        }
    }

    private void distrusted(@Nullable VaultContent broken) {
        distrusted = broken;
        damaged(BROKEN_SEAL);
    }

    private void damaged(String why) {
        content = null;
        damage = why;
        close();
        changes++;
    }

    private void openByItself() {
        try {
            open(source.ofKeyFile(requireContent().lock()));
        } catch (FailureException stillLocked) {
            // Whoever wants something of it is told why.
        }
    }
}
