package dev.crossdock.vault;

import dev.crossdock.model.FailureException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Secrets by name in one encrypted file, which several programs may share.
public final class Vault {

    private final Path file;
    private final InstantSource clock;

    public enum State {
        /// There is no file yet.
        ABSENT,
        /// The names can be read, the secrets cannot.
        LOCKED,
        OPEN,
        /// The file is there and not as Crossdock wrote it; nothing of it is used.
        DAMAGED
    }

    /// What the key of the secrets comes from.
    public enum Protection {
        MASTER_PASSWORD,
        /// A file beside the vault: whoever reads the user's files reads the secrets.
        KEY_FILE
    }

    public Vault(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// One with a key file opens by itself.
    public State state() {
        return State.ABSENT;
    }

    public Optional<Protection> protection() {
        return Optional.empty();
    }

    /// Why the vault is [State#DAMAGED], in words for a person.
    public Optional<String> damage() {
        return Optional.empty();
    }

    /// Makes an empty vault, which is open then.
    ///
    /// @param master not looked at for a key file; the caller wipes it
    public void create(Protection protection, char[] master) throws FailureException {
        throw new UnsupportedOperationException(file + " " + clock);
    }

    /// Nothing happens to one that is open.
    ///
    /// @param master not looked at for a key file; the caller wipes it
    public void unlock(char[] master) throws WrongPasswordException, FailureException {
        throw new UnsupportedOperationException();
    }

    /// One with a key file stays open.
    public void lock() {}

    /// Encrypts all anew under another master password, or with another protection.
    ///
    /// @param fresh not looked at for a key file; the caller wipes it
    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void protect(Protection protection, char[] fresh) throws FailureException {
        throw new UnsupportedOperationException();
    }

    /// A copy, for the caller to wipe; empty if there is none of that name.
    ///
    /// @throws FailureException if it is locked or damaged
    public Optional<char[]> find(String name) throws FailureException {
        return Optional.empty();
    }

    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void put(String name, char[] secret) throws FailureException {
        putAll(Map.of(name, secret));
    }

    /// All in one step.
    ///
    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void putAll(Map<String, char[]> secrets) throws FailureException {
        throw new UnsupportedOperationException();
    }

    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void remove(Collection<String> names) throws FailureException {
        throw new UnsupportedOperationException();
    }

    /// In order; known of a locked vault too.
    public Set<String> names() {
        return Set.of();
    }

    /// Locks when nothing was read or written for that long; zero for never.
    public void lockAfter(Duration idle) {}

    /// Runs whenever the state or the names changed, on whatever thread noticed.
    public void whenChanged(Runnable listener) {}

    /// Whether there is a good file from before the last change.
    public boolean hasBackup() {
        return false;
    }

    /// Puts the backup in the place of a damaged vault, which is moved out of the way.
    ///
    /// @return where the damaged one is now
    public Path restoreBackup() throws FailureException {
        return setAside();
    }

    /// Moves a damaged vault out of the way; there is none afterwards.
    ///
    /// @return where it is now
    public Path setAside() throws FailureException {
        throw new UnsupportedOperationException();
    }
}
