package dev.crossdock.queue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables of the queue's file, and how older ones become these.
///
/// Sites and policies stand once and are named by number. A target path that equals the source's is
/// left out. Paths are the bytes that servers know them by. Times are milliseconds since 1970.
final class JobSchema {

    /// `PRAGMA application_id` of our files: `XDCK`.
    static final int APPLICATION = 0x5844434B;

    /// Each step makes the next version out of the one before; the first makes it out of nothing.
    private static final List<List<String>> STEPS =
            List.of(
                    List.of(
                            "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
                                    + " WITHOUT ROWID",
                            "CREATE TABLE sites (number INTEGER PRIMARY KEY,"
                                    + " id TEXT NOT NULL UNIQUE)",
                            "CREATE TABLE policies (number INTEGER PRIMARY KEY,"
                                    + " policy TEXT NOT NULL UNIQUE)",
                            "CREATE TABLE batches (id INTEGER PRIMARY KEY, title TEXT NOT NULL,"
                                    + " roots INTEGER NOT NULL, asked INTEGER NOT NULL,"
                                    + " files INTEGER NOT NULL, files_ended INTEGER NOT NULL,"
                                    + " files_failed INTEGER NOT NULL, bytes INTEGER NOT NULL,"
                                    + " bytes_ended INTEGER NOT NULL, open INTEGER NOT NULL,"
                                    + " jobs INTEGER NOT NULL)",
                            "CREATE TABLE jobs (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL,"
                                    + " source INTEGER NOT NULL, source_path BLOB NOT NULL,"
                                    + " target INTEGER NOT NULL, target_path BLOB,"
                                    + " size INTEGER, twin INTEGER NOT NULL,"
                                    + " policy INTEGER NOT NULL, parent INTEGER,"
                                    + " batch INTEGER NOT NULL, line INTEGER NOT NULL,"
                                    + " asked INTEGER NOT NULL, state INTEGER NOT NULL,"
                                    + " due INTEGER, cut INTEGER NOT NULL, outcome TEXT,"
                                    + " started INTEGER, ended INTEGER, ending INTEGER,"
                                    + " attempts INTEGER NOT NULL, route TEXT, moved INTEGER)",
                            "CREATE INDEX lanes ON jobs (source, target, kind, line)"
                                    + " WHERE state = 0 AND due IS NULL",
                            "CREATE INDEX open ON jobs (line) WHERE state < 3",
                            "CREATE INDEX running ON jobs (state) WHERE state = 1",
                            "CREATE INDEX paused ON jobs (state) WHERE state = 2",
                            "CREATE INDEX due ON jobs (due) WHERE due IS NOT NULL",
                            "CREATE INDEX endings ON jobs (ending, state)"
                                    + " WHERE ending IS NOT NULL",
                            "CREATE TABLE begun (job INTEGER PRIMARY KEY, site INTEGER NOT NULL,"
                                    + " path BLOB NOT NULL, aside INTEGER NOT NULL,"
                                    + " replaces INTEGER NOT NULL,"
                                    + " size INTEGER NOT NULL, modified INTEGER,"
                                    + " route TEXT NOT NULL,"
                                    + " UNIQUE (site, path))"));

    static final int VERSION = STEPS.size();

    private JobSchema() {}

    /// Brings the file to the version of this program.
    ///
    /// @throws NewerFileException if a later program wrote it
    static void migrate(Connection file) throws SQLException, NewerFileException {
        int version = number(file, "PRAGMA user_version");
        if (version > VERSION) {
            throw new NewerFileException(version);
        }
        if (version > 0 && number(file, "PRAGMA application_id") != APPLICATION) {
            throw new SQLException("it is a database of another program");
        }
        if (version == VERSION) {
            probe(file);
            return;
        }
        try (Statement statement = file.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (int step = version; step < VERSION; step++) {
                for (String line : STEPS.get(step)) {
                    statement.execute(line);
                }
            }
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    /// Whether all is there that should be.
    private static void probe(Connection file) throws SQLException {
        for (String table : List.of("notes", "sites", "policies", "batches", "jobs", "begun")) {
            int _ = number(file, "SELECT count(*) FROM (SELECT * FROM " + table + " LIMIT 1)");
        }
    }

    static int number(Connection file, String query) throws SQLException {
        try (Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// The file is of a later program.
    static final class NewerFileException extends Exception {
        private static final long serialVersionUID = 1;

        NewerFileException(int version) {
            super("a newer Crossdock wrote it (version " + version + ")");
        }
    }
}
