package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.RemotePath;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What is asked of the queue's file, on one connection and one thread at a time.
///
/// Transactions are begun and ended in words: a driver that does it by itself is at a loss when
/// SQLite has rolled back on its own.
final class JobTable implements AutoCloseable {

    private static final String SELECT = "SELECT " + JobRows.COLUMNS + " FROM jobs ";

    private final Connection file;
    private final JobRows rows;
    private final JobJson json = new JobJson();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    JobTable(Connection file) {
        this.file = file;
        this.rows = new JobRows(file);
    }

    Optional<JobRecord> find(JobId id) throws SQLException {
        return list(SELECT + "WHERE id = ?", 1, id.value()).stream().findFirst();
    }

    /// The jobs of a lane that may start by the time, behind a rank, in their order.
    List<JobRecord> lane(Lane lane, Rank behind, int most) throws SQLException {
        return list(
                SELECT
                        + "WHERE state = 0 AND due IS NULL AND source = ? AND target = ?"
                        + " AND kind = ? AND (line, id) > (?, ?) ORDER BY line, id LIMIT ?",
                most,
                rows.number(lane.source()),
                rows.number(lane.target()),
                JobRows.number(lane.kind()),
                behind.order(),
                behind.id().value(),
                most);
    }

    /// The lanes of all jobs that have not ended.
    Set<Lane> openLanes() throws SQLException {
        var lanes = new HashSet<>(lanes().keySet());
        for (String some : List.of("due IS NOT NULL AND state = 0", "state = 1", "state = 2")) {
            try (ResultSet row =
                    query("SELECT DISTINCT source, target, kind FROM jobs WHERE " + some)) {
                while (row.next()) {
                    lanes.add(lane(row));
                }
            }
        }
        return lanes;
    }

    Map<Lane, Long> lanes() throws SQLException {
        var lanes = new HashMap<Lane, Long>();
        try (ResultSet row =
                query(
                        "SELECT source, target, kind, count(*) FROM jobs WHERE state = 0 AND due IS"
                                + " NULL GROUP BY source, target, kind")) {
            while (row.next()) {
                lanes.put(lane(row), row.getLong(4));
            }
        }
        return lanes;
    }

    private Lane lane(ResultSet row) throws SQLException {
        return new Lane(
                rows.site(row.getLong(1)), rows.site(row.getLong(2)), JobRows.kind(row.getInt(3)));
    }

    /// Those whose time has come.
    List<JobRecord> due(Instant now, int most) throws SQLException {
        return list(
                SELECT + "WHERE due IS NOT NULL AND due <= ? AND state = 0 LIMIT ?",
                most,
                now.toEpochMilli(),
                most);
    }

    Optional<Instant> nextDue() throws SQLException {
        try (ResultSet row =
                query("SELECT min(due) FROM jobs WHERE due IS NOT NULL AND state = 0")) {
            return row.next() ? JobRows.time(row, 1) : Optional.empty();
        }
    }

    /// Jobs of some states behind an id, by id.
    List<JobRecord> behind(JobId id, Set<JobState> states, int most) throws SQLException {
        var numbers = new StringBuilder();
        for (JobState state : states) {
            numbers.append(numbers.isEmpty() ? "" : ", ").append(state.number());
        }
        return list(
                SELECT + "WHERE id > ? AND state IN (" + numbers + ") ORDER BY id LIMIT ?",
                most,
                id.value(),
                most);
    }

    /// Jobs that ended after a number, in the order of their ends.
    List<JobRecord> endedAfter(long ending, int most) throws SQLException {
        return list(
                SELECT + "WHERE ending IS NOT NULL AND ending > ? ORDER BY ending LIMIT ?",
                most,
                ending,
                most);
    }

    void ranks(QueueList list, Ranks into) throws SQLException {
        try (ResultSet row = query(ranks(list))) {
            while (row.next()) {
                into.add(new Rank(row.getLong(1), new JobId(row.getLong(2))));
            }
        }
    }

    long paused() throws SQLException {
        return number("SELECT count(*) FROM jobs WHERE state = 2").orElse(0);
    }

    List<JobRecord> running() throws SQLException {
        return list(SELECT + "WHERE state = 1", 1);
    }

    /// What an earlier run of a folder's job has added.
    Set<RemotePath> children(JobId parent) throws SQLException {
        var paths = new HashSet<RemotePath>();
        try (ResultSet row =
                query(
                        "SELECT source_path FROM jobs WHERE id > ? AND parent = ?",
                        parent.value(),
                        parent.value())) {
            while (row.next()) {
                paths.add(JobRows.path(row.getBytes(1)));
            }
        }
        return paths;
    }

    Optional<Begun> begun(JobId id) throws SQLException {
        try (ResultSet row =
                query(
                        "SELECT path, aside, replaces, size, modified, route FROM begun"
                                + " WHERE job = ?",
                        id.value())) {
            return row.next()
                    ? Optional.of(
                            new Begun(
                                    JobRows.path(row.getBytes(1)),
                                    row.getBoolean(2),
                                    row.getBoolean(3),
                                    row.getLong(4),
                                    JobRows.time(row, 5),
                                    json.route(row.getString(6))))
                    : Optional.empty();
        } catch (IllegalArgumentException broken) {
            throw new SQLException("what job " + id.value() + " began cannot be read", broken);
        }
    }

    boolean isBegunByAnother(JobRecord job, RemotePath path) throws SQLException {
        try (ResultSet row =
                query(
                        "SELECT 1 FROM begun JOIN sites ON sites.number = begun.site"
                                + " WHERE sites.id = ? AND begun.path = ? AND begun.job <> ?",
                        job.spec().target().value(),
                        JobRows.bytes(path),
                        job.id().value())) {
            return row.next();
        }
    }

    /// The highest of a column, 0 if there is none.
    long highest(String column, String table) throws SQLException {
        try (ResultSet row = query("SELECT max(%s) FROM %s".formatted(column, table))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    Optional<String> note(String name) throws SQLException {
        try (ResultSet row = query("SELECT value FROM notes WHERE name = ?", name)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    List<Batches.Kept> openBatches() throws SQLException {
        return batches("WHERE open > 0");
    }

    Optional<Batches.Kept> batch(long id) throws SQLException {
        return batches("WHERE id = " + id).stream().findFirst();
    }

    /// The jobs of a list whose paths hold a text, in any case of ASCII letters, by rank.
    List<Rank> search(QueueList list, String text, int most) throws SQLException {
        String like = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        var found = new ArrayList<Rank>();
        String where =
                " AND (CAST(source_path AS TEXT) LIKE ?1 ESCAPE '\\'"
                        + " OR CAST(target_path AS TEXT) LIKE ?1 ESCAPE '\\')";
        String query = ranks(list).replace(" ORDER BY", where + " ORDER BY") + " LIMIT " + most;
        try (ResultSet row = query(query, like)) {
            while (row.next()) {
                found.add(new Rank(row.getLong(1), new JobId(row.getLong(2))));
            }
        }
        return found;
    }

    /// Writes it all or, if that fails, nothing.
    void write(Ledger ledger) throws SQLException {
        say("BEGIN IMMEDIATE");
        try {
            for (JobRecord job : ledger.jobs()) {
                boolean added = ledger.isAdded(job.id());
                PreparedStatement row = statement(added ? JobRows.INSERT : JobRows.UPDATE);
                if (added) {
                    rows.bindAll(row, job);
                } else {
                    rows.bindUpdate(row, job);
                }
                row.executeUpdate();
                if (job.state() == JobState.DONE || job.state() == JobState.SKIPPED) {
                    update("DELETE FROM begun WHERE job = ?", job.id().value());
                }
            }
            for (JobId id : ledger.removed()) {
                update("DELETE FROM jobs WHERE id = ?", id.value());
                update("DELETE FROM begun WHERE job = ?", id.value());
            }
            for (Ledger.Trace trace : ledger.traces()) {
                write(trace);
            }
            for (Batches.Kept batch : ledger.batches()) {
                write(batch);
            }
            for (Map.Entry<String, String> note : ledger.notes().entrySet()) {
                update(
                        "INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)",
                        note.getKey(),
                        note.getValue());
            }
            say("COMMIT");
        } catch (SQLException failed) {
            rollBack(failed);
            throw failed;
        }
    }

    /// Runs a change of many rows at once.
    void change(String sql, Object... values) throws SQLException {
        update(sql, values);
    }

    /// A number that a question has for its answer.
    OptionalLong number(String sql, Object... values) throws SQLException {
        try (ResultSet row = query(sql, values)) {
            return row.next() ? JobRows.number(row, 1) : OptionalLong.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }

    private void write(Ledger.Trace trace) throws SQLException {
        JobRecord job = trace.job();
        if (trace.begun().isEmpty()) {
            update("DELETE FROM begun WHERE job = ?", job.id().value());
            return;
        }
        Begun begun = trace.begun().get();
        // Whoever wrote that file before has it no more.
        update(
                "INSERT OR REPLACE INTO begun (job, site, path, aside, replaces, size,"
                        + " modified, route) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id().value(),
                rows.number(job.spec().target()),
                JobRows.bytes(begun.path()),
                begun.aside(),
                begun.replaces(),
                begun.size(),
                begun.modified().map(Instant::toEpochMilli).orElse(null),
                json.write(begun.route()));
    }

    private void write(Batches.Kept kept) throws SQLException {
        Batch batch = kept.batch();
        Tally tally = batch.tally();
        if (kept.rows() <= 0) {
            update("DELETE FROM batches WHERE id = ?", batch.id());
            return;
        }
        update(
                "INSERT OR REPLACE INTO batches (id, title, roots, asked, files, files_ended,"
                        + " files_failed, bytes, bytes_ended, open, jobs)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.id(),
                batch.title(),
                batch.roots(),
                batch.asked().toEpochMilli(),
                tally.files(),
                tally.filesEnded(),
                tally.filesFailed(),
                tally.bytes(),
                tally.bytesEnded(),
                tally.open(),
                kept.rows());
    }

    private List<Batches.Kept> batches(String where) throws SQLException {
        var found = new ArrayList<Batches.Kept>();
        try (ResultSet row =
                query(
                        "SELECT id, title, roots, asked, files, files_ended, files_failed, bytes,"
                                + " bytes_ended, open, jobs FROM batches "
                                + where)) {
            while (row.next()) {
                var tally =
                        new Tally(
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10));
                var batch =
                        new Batch(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                Instant.ofEpochMilli(row.getLong(4)),
                                tally);
                found.add(new Batches.Kept(batch, row.getLong(11)));
            }
        }
        return found;
    }

    private static String ranks(QueueList list) {
        return switch (list) {
            case OPEN -> "SELECT line, id FROM jobs WHERE state < 3 ORDER BY line, id";
            case FAILED ->
                    "SELECT ending, id FROM jobs WHERE ending IS NOT NULL AND state = 5"
                            + " ORDER BY ending, id";
            case ENDED ->
                    "SELECT ending, id FROM jobs WHERE ending IS NOT NULL AND state <> 5"
                            + " ORDER BY ending, id";
        };
    }

    private List<JobRecord> list(String sql, int most, Object... values) throws SQLException {
        var jobs = new ArrayList<JobRecord>(Math.min(most, 64));
        try (ResultSet row = query(sql, values)) {
            while (row.next()) {
                jobs.add(rows.read(row));
            }
        }
        return jobs;
    }

    private ResultSet query(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = file.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /// SQLite rolls back by itself where the disk is full, and then refuses to do it again. A
    /// statement that has failed is not used again.
    private void rollBack(SQLException why) {
        rows.forget();
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            say("ROLLBACK");
        } catch (SQLException alreadyDone) {
            why.addSuppressed(alreadyDone);
        }
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.execute(sql);
        }
    }
}
