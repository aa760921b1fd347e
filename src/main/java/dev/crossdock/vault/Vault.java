package dev.crossdock.vault;

import dev.crossdock.model.FailureException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Secrets by name in one encrypted file, which several programs may share.
///
/// Everything here may touch the disk; it is not for the thread that paints. Its monitor is held
/// while the disk works, never while a password is turned into a key.
public final class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final VaultFile file;
    private final KeyFile keyFile;
    private final KeySource source;
    private final VaultDoor door;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong();

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

    private interface Work<T> {
        T run() throws FailureException;
    }

    private interface DiskWork<T> {
        T run() throws FailureException, IOException;
    }

    private interface KeyWork {
        void run(KeySource.Made made) throws FailureException, IOException;
    }

    private interface Edit {
        /// @return the secrets afterwards; empty if there is nothing to write
        Optional<SortedMap<String, Sealed>> of(SortedMap<String, Sealed> before, VaultKeys open)
                throws FailureException;
    }

    public Vault(Path file, InstantSource clock) {
        this(file, clock, Argon2Cost.USUAL);
    }

    /// @param cost of master passwords that are set from now on
    public Vault(Path file, InstantSource clock, Argon2Cost cost) {
        this.file = new VaultFile(file, clock);
        this.keyFile = new KeyFile(keyOf(this.file.path()));
        this.source = new KeySource(keyFile, cost);
        this.door = new VaultDoor(this.file, source, clock, this::look);
    }

    /// One with a key file opens by itself.
    public State state() {
        return looked(VaultDoor::state);
    }

    /// Empty as long as there is no vault that can be used.
    public Optional<Protection> protection() {
        return looked(found -> found.content().map(content -> content.lock().protection()));
    }

    /// Whether there is something that only the user knows.
    public boolean hasMasterPassword() {
        return protection().equals(Optional.of(Protection.MASTER_PASSWORD));
    }

    /// Why the vault is [State#DAMAGED], in words for a person.
    public Optional<String> damage() {
        return looked(found -> Optional.of(found.damage()).filter(why -> !why.isEmpty()));
    }

    /// Makes an empty vault, which is open then.
    ///
    /// @param master not looked at for a key file; the caller wipes it
    /// @throws FailureException if there is one, or the disk refused
    public void create(Protection protection, char[] master) throws FailureException {
        boolean _ = working(() -> require(State.ABSENT));
        rekeying(
                protection,
                master,
                made -> {
                    door.require(State.ABSENT);
                    file.setBackupAside();
                    door.rewrite(
                            VaultContent.sealed(made.lock(), new TreeMap<>(), made.keys()),
                            made.keys());
                });
    }

    /// Nothing happens to one that is open.
    ///
    /// @param master not looked at for a key file; the caller wipes it
    public void unlock(char[] master) throws WrongPasswordException, FailureException {
        while (true) {
            Optional<LockKind> lock = working(this::lockToOpen);
            if (lock.isEmpty()) {
                return;
            }
            VaultKeys made = source.of(lock.get(), master);
            // Round again if another program changed the master password meanwhile.
            if (working(() -> isAdmitted(made, lock.get()))) {
                return;
            }
        }
    }

    /// One with a key file stays open.
    public void lock() {
        State _ =
                looked(found -> {
                    if (!found.isKeyFile()) {
                        found.close();
                    }
                    return found.state();
                });
    }

    /// Encrypts all anew under another master password, or with another protection.
    ///
    /// @param fresh not looked at for a key file; the caller wipes it
    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void protect(Protection protection, char[] fresh) throws FailureException {
        boolean _ = working(this::isKeyFile);
        rekeying(
                protection,
                fresh,
                made -> {
                    boolean wasKeyFile = isKeyFile();
                    VaultKeys old = door.requireOpen();
                    door.rewrite(
                            reencrypted(door.requireContent().secrets(), old, made), made.keys());
                    if (wasKeyFile && protection != Protection.KEY_FILE) {
                        deleteKeyFile();
                    }
                });
    }

    private void deleteKeyFile() {
        try {
            keyFile.delete();
        } catch (IOException e) {
            LOG.warn("a key file that opens nothing any more could not be deleted", e);
        }
    }

    /// A copy, for the caller to wipe; empty if there is none of that name.
    ///
    /// @throws FailureException if it is locked or damaged
    public Optional<char[]> find(String name) throws FailureException {
        return working(() -> {
            VaultKeys open = door.requireOpen();
            door.idle().used();
            return Optional.ofNullable(door.requireContent().secrets().get(name))
                    .map(sealed -> open.decrypt(name, sealed));
        });
    }

    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void put(String name, char[] secret) throws FailureException {
        putAll(Map.of(name, secret));
    }

    /// All in one step.
    ///
    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void putAll(Map<String, char[]> secrets) throws FailureException {
        for (var each : secrets.entrySet()) {
            requireFits(each.getKey(), each.getValue());
        }
        edit((before, open) -> {
            var after = new TreeMap<>(before);
            secrets.forEach((name, secret) -> after.put(name, open.encrypt(name, secret)));
            return Optional.of(after);
        });
    }

    /// @throws FailureException if it is not open or the disk refused; all is as before then
    public void remove(Collection<String> names) throws FailureException {
        edit((before, open) -> {
            var after = new TreeMap<>(before);
            return after.keySet().removeAll(Set.copyOf(names))
                    ? Optional.of(after)
                    : Optional.empty();
        });
    }

    /// In order; known of a locked vault too.
    public Set<String> names() {
        return looked(found ->
                found.content().<Set<String>>map(it -> it.secrets().keySet()).orElse(Set.of()));
    }

    /// Locks when nothing was read or written for that long; zero for never.
    public synchronized void lockAfter(Duration time) {
        door.idle().after(time);
        door.idle().watch();
    }

    /// Runs whenever the state or the names changed, on whatever thread noticed. What another
    /// program changes is noticed when somebody asks.
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /// Whether there is a good file from before the last change.
    public boolean hasBackup() {
        return file.readBackup() instanceof VaultFile.Found.Good;
    }

    /// Puts the backup in the place of a damaged vault, which is moved out of the way.
    ///
    /// @return where the damaged one is now
    /// @throws FailureException if it is not damaged, there is no backup, or the disk refused
    public Path restoreBackup() throws FailureException {
        return changing(() -> {
            door.require(State.DAMAGED);
            if (!(file.readBackup() instanceof VaultFile.Found.Good(VaultContent good))) {
                throw VaultFailure.of(
                        "There is no backup of the vault that can be used.",
                        "Set the vault aside and begin anew.");
            }
            Path aside = file.setAside();
            file.replace(good);
            return aside;
        });
    }

    /// Moves a vault out of the way that is damaged, or locked and its master password forgotten;
    /// there is none afterwards.
    ///
    /// @return where it is now
    /// @throws FailureException if it can be used, there is none, or the disk refused
    public Path setAside() throws FailureException {
        return changing(() -> {
            door.requireUseless();
            return file.setAside();
        });
    }

    /// Empty if it is open already.
    private Optional<LockKind> lockToOpen() throws FailureException {
        if (door.state() == State.OPEN) {
            door.idle().used();
            return Optional.empty();
        }
        return Optional.of(door.requireContent().lock());
    }

    /// Whether the keys are still those of the file.
    private boolean isAdmitted(VaultKeys made, LockKind lock) throws FailureException {
        if (!door.requireContent().lock().equals(lock)) {
            made.wipe();
            return false;
        }
        door.open(made);
        VaultKeys _ = door.requireOpen();
        return true;
    }

    private boolean require(State wanted) throws FailureException {
        door.require(wanted);
        return true;
    }

    private boolean isKeyFile() throws FailureException {
        VaultKeys _ = door.requireOpen();
        door.idle().used();
        return door.isKeyFile();
    }

    private void edit(Edit edit) throws FailureException {
        boolean _ =
                changing(() -> {
                    VaultKeys open = door.requireOpen();
                    door.idle().used();
                    VaultContent before = door.requireContent();
                    var after = edit.of(before.secrets(), open);
                    if (after.isPresent()) {
                        requireRoom(after.get().size());
                        door.write(VaultContent.sealed(before.lock(), after.get(), open));
                    }
                    return true;
                });
    }

    private static VaultContent reencrypted(
            SortedMap<String, Sealed> before, VaultKeys old, KeySource.Made made) {
        var after = new TreeMap<String, Sealed>();
        before.forEach((name, sealed) -> {
            char[] secret = old.decrypt(name, sealed);
            after.put(name, made.keys().encrypt(name, secret));
            Arrays.fill(secret, '\0');
        });
        return VaultContent.sealed(made.lock(), after, made.keys());
    }

    private static void requireRoom(int size) throws FailureException {
        if (size > VaultContent.MOST_SECRETS) {
            throw VaultFailure.of(
                    "The vault is full: it holds at most %,d secrets."
                            .formatted(VaultContent.MOST_SECRETS),
                    "Remove some first.");
        }
    }

    private static void requireFits(String name, char[] secret) throws FailureException {
        if (name.length() > VaultShape.LONGEST_NAME || secret.length > VaultShape.LONGEST_SECRET) {
            throw VaultFailure.of(
                    "That does not fit into the vault: a secret has at most %,d characters."
                            .formatted(VaultShape.LONGEST_SECRET),
                    "Use a shorter one.");
        }
    }

    private static Path keyOf(Path vault) {
        String name = vault.getFileName().toString();
        return vault.resolveSibling(name.replaceFirst("\\.json$", "") + ".key");
    }

    /// Locks what is due, else looks again later.
    private void look() {
        State _ =
                looked(found -> {
                    if (found.state() == State.OPEN && !found.isKeyFile()) {
                        found.idle().watch();
                    }
                    return found.state();
                });
    }

    private <T> T looked(Function<VaultDoor, T> look) {
        try {
            synchronized (this) {
                door.refresh();
                return look.apply(door);
            }
        } finally {
            tell();
        }
    }

    private <T> T working(Work<T> work) throws FailureException {
        try {
            synchronized (this) {
                door.refresh();
                return work.run();
            }
        } finally {
            tell();
        }
    }

    /// Nobody else changes the file meanwhile, and what is decided on is what lies there.
    private <T> T changing(DiskWork<T> work) throws FailureException {
        try {
            synchronized (this) {
                return file.alone(() -> {
                    door.reload();
                    try {
                        return work.run();
                    } catch (FailureException e) {
                        throw new RefusedException(e);
                    } finally {
                        door.refresh();
                    }
                });
            }
        } catch (RefusedException e) {
            throw e.refusal;
        } catch (IOException e) {
            throw VaultFailure.notWritten(file.path(), e);
        } finally {
            tell();
        }
    }

    /// The same with new keys. Those of a master password take their time, and nobody waits for the
    /// file meanwhile; a key file is only touched while nobody else changes the vault.
    private void rekeying(Protection protection, char[] master, KeyWork work)
            throws FailureException {
        switch (protection) {
            case MASTER_PASSWORD -> changing(source.fresh(protection, master), work);
            case KEY_FILE -> {
                boolean _ = changing(() -> isDone(source.fresh(protection, master), work));
            }
        }
    }

    private void changing(KeySource.Made made, KeyWork work) throws FailureException {
        boolean isChanged = false;
        try {
            isChanged = changing(() -> isDone(made, work));
        } finally {
            if (!isChanged) {
                made.keys().wipe();
            }
        }
    }

    /// The keys are wiped if nothing comes of it.
    private static boolean isDone(KeySource.Made made, KeyWork work)
            throws FailureException, IOException {
        boolean isDone = false;
        try {
            work.run(made);
            isDone = true;
            return true;
        } finally {
            if (!isDone) {
                made.keys().wipe();
            }
        }
    }

    private void tell() {
        long now;
        synchronized (this) {
            now = door.changes();
        }
        if (told.getAndSet(now) != now) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Carries a refusal through work on the disk.
    private static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient FailureException refusal;

        RefusedException(FailureException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
