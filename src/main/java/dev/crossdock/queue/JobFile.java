package dev.crossdock.queue;

import dev.crossdock.queue.JobSchema.NewerFileException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The file in which the queue is kept: an SQLite database with a write-ahead log, each write on
/// disk before it counts. One program has it at a time.
///
/// A damaged file is set aside and a new one begun. What it tells of that is in [#findings].
public final class JobFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobFile.class);
    private static final String NAME = "queue.db";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int CACHE_KIB = 16 << 10;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final Path path;
    private final boolean kept;
    private final @Nullable FileChannel lock;
    private final List<String> findings = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    private JobFile(Path folder, boolean kept, @Nullable FileChannel lock) {
        this.folder = folder;
        this.path = folder.resolve(NAME);
        this.kept = kept;
        this.lock = lock;
    }

    /// Another running Crossdock has the queue.
    public static final class InUseException extends IOException {
        private static final long serialVersionUID = 1;

        InUseException() {
            super("another running Crossdock has the queue");
        }
    }

    /// The queue's file in a folder, which is made if it is missing.
    ///
    /// @throws InUseException if another program has it
    public static JobFile open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        var file = new JobFile(folder, true, take(folder.resolve(NAME + ".lock")));
        try {
            file.prepare(clock);
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /// Loads SQLite, so that [#open] is quicker: for a start that waits for something else
    /// meanwhile. What goes wrong goes wrong again when the file is opened, and is told then.
    public static void warmUp() {
        try (Connection memory = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            memory.getMetaData();
        } catch (SQLException failed) {
            LOG.debug("SQLite was not loaded", failed);
        }
    }

    /// A file that is gone when it is closed.
    public static JobFile temporary() throws IOException {
        Path folder = Files.createTempDirectory("crossdock-queue-");
        var file = new JobFile(folder, false, null);
        file.prepare(Clock.systemUTC());
        return file;
    }

    /// What was found when it was opened, in words for the user.
    List<String> findings() {
        return List.copyOf(findings);
    }

    /// Whether what was there was set aside, and a new file begun.
    boolean isBegunAnew() {
        return !findings.isEmpty();
    }

    /// A connection that writes; it is the only one that does.
    JobTable writing() throws SQLException {
        return new JobTable(connect());
    }

    /// A connection that reads what is written.
    JobTable reading() throws SQLException {
        return new JobTable(connect());
    }

    /// Says that all was written as it should be, for the next start.
    void noteClosed(JobTable table) throws SQLException {
        table.note("closed", "yes");
    }

    @Override
    public synchronized void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException failed) {
                LOG.warn("the queue's file was not closed cleanly", failed);
            }
        }
        connections.clear();
        try {
            if (lock != null) {
                lock.close();
            }
            if (!kept) {
                delete(folder);
            }
        } catch (IOException failed) {
            LOG.warn("the queue's file was not let go cleanly", failed);
        }
    }

    private void prepare(Clock clock) throws IOException {
        try {
            check();
        } catch (SQLException failed) {
            if (!isDamage(failed)) {
                throw new IOException(reason(failed), failed);
            }
            LOG.error("the queue's file is damaged: {}", failed.getMessage());
            LOG.debug("where that was found", failed);
            replace("it is damaged", clock);
        } catch (NewerFileException newer) {
            replace(String.valueOf(newer.getMessage()), clock);
        }
    }

    private void replace(String why, Clock clock) throws IOException {
        Path aside = setAside(clock);
        findings.add(
                "The list of jobs could not be read: %s. It was set aside as %s, and a new one was"
                                .formatted(why, aside)
                        + " begun.");
        try {
            check();
        } catch (SQLException | NewerFileException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private void check() throws SQLException, NewerFileException, IOException {
        ownerOnly(path);
        try (Connection connection = connect()) {
            JobSchema.migrate(connection);
            var table = new JobTable(connection);
            boolean clean = table.note("closed").orElse("yes").equals("yes");
            if (!clean) {
                sound(connection);
            }
            table.note("closed", "no");
        } finally {
            connections.clear();
        }
    }

    private static void sound(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!row.next() || !row.getString(1).equals("ok")) {
                throw new SQLException("the check of the file found: " + row.getString(1));
            }
        }
    }

    private Path setAside(Clock clock) throws IOException {
        String stamp = STAMP.format(clock.instant());
        Path aside = folder.resolve("queue-" + stamp + ".db");
        for (int number = 2; Files.exists(aside); number++) {
            aside = folder.resolve("queue-" + stamp + "-" + number + ".db");
        }
        for (String part : PARTS) {
            Path from = Path.of(path + part);
            if (Files.exists(from)) {
                Files.move(from, Path.of(aside + part));
            }
        }
        return aside;
    }

    /// SQLite gives its other files the rights of the first.
    private static void ownerOnly(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(path)) {
            try {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException race) {
                LOG.debug("made by another", race);
            }
        }
    }

    private synchronized Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                kept ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        Connection connection = config.createConnection("jdbc:sqlite:" + path);
        connections.add(connection);
        return connection;
    }

    private static FileChannel take(Path file) throws IOException {
        ownerOnly(file);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            lock = null;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        if (lock == null) {
            channel.close();
            throw new InUseException();
        }
        return channel;
    }

    private static boolean isDamage(SQLException failed) {
        return !(failed instanceof SQLiteException sqlite)
                || switch (basic(sqlite)) {
                    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_CONSTRAINT -> true;
                    default -> false;
                };
    }

    /// Why the file cannot be written, in words for the user.
    static String reason(SQLException failed) {
        String words = String.valueOf(failed.getMessage());
        if (!(failed instanceof SQLiteException sqlite)) {
            return words;
        }
        return switch (basic(sqlite)) {
            case SQLITE_FULL -> "the disk is full";
            case SQLITE_READONLY -> "it may not be written";
            case SQLITE_CANTOPEN -> "it cannot be opened";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "it is damaged";
            case SQLITE_IOERR -> "the disk reports an error";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it";
            default -> words;
        };
    }

    /// The result code that an extended one is a kind of.
    private static SQLiteErrorCode basic(SQLiteException failed) {
        return SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xFF);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
