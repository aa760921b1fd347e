package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.RemotePath;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
/// A row that cannot be read is left out of every answer and is to be set aside: see
/// [#takeUnreadable].
final class JobTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobTable.class);
    private static final String SELECT = "SELECT " + JobRows.COLUMNS + " FROM jobs ";

    /// The state of a row that no question finds.
    private static final int ASIDE = 9;

    private final Statements file;
    private final JobRows rows;
    private final BatchRows batches;
    private final BegunRows begun;
    private final Set<JobId> unreadable = new HashSet<>();

    JobTable(Connection connection) {
        this.file = new Statements(connection);
        this.rows = new JobRows(connection);
        this.batches = new BatchRows(file);
        this.begun = new BegunRows(file, rows);
    }

    BatchRows batches() {
        return batches;
    }

    BegunRows begun() {
        return begun;
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
                    file.query("SELECT DISTINCT source, target, kind FROM jobs WHERE " + some)) {
                while (row.next()) {
                    lane(row).ifPresent(lanes::add);
                }
            }
        }
        return lanes;
    }

    /// How many jobs stand in each lane.
    Map<Lane, Long> lanes() throws SQLException {
        var lanes = new HashMap<Lane, Long>();
        try (ResultSet row =
                file.query(
                        "SELECT source, target, kind, count(*) FROM jobs WHERE state = 0 AND due IS"
                                + " NULL GROUP BY source, target, kind")) {
            while (row.next()) {
                long count = row.getLong(4);
                Optional<Lane> lane = lane(row);
                if (lane.isPresent()) {
                    lanes.put(lane.get(), count);
                }
            }
        }
        return lanes;
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
        OptionalLong due = number("SELECT min(due) FROM jobs WHERE due IS NOT NULL AND state = 0");
        return due.isPresent()
                ? Optional.of(Instant.ofEpochMilli(due.getAsLong()))
                : Optional.empty();
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
        try (ResultSet row = file.query(ranks(list))) {
            while (row.next()) {
                into.add(new Rank(row.getLong(1), new JobId(row.getLong(2))));
            }
        }
    }

    long paused() throws SQLException {
        return number("SELECT count(*) FROM jobs WHERE state = 2").orElse(0);
    }

    /// What an earlier run of a folder's job has added.
    Set<RemotePath> children(JobId parent) throws SQLException {
        var paths = new HashSet<RemotePath>();
        try (ResultSet row =
                file.query(
                        "SELECT source_path FROM jobs WHERE id > ? AND parent = ?",
                        parent.value(),
                        parent.value())) {
            while (row.next()) {
                paths.add(JobRows.path(row.getBytes(1)));
            }
        }
        return paths;
    }

    /// The highest of a column, 0 if there is none.
    long highest(String column, String table) throws SQLException {
        return number("SELECT max(%s) FROM %s".formatted(column, table)).orElse(0);
    }

    Optional<String> note(String name) throws SQLException {
        try (ResultSet row = file.query("SELECT value FROM notes WHERE name = ?", name)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /// The jobs of a list whose paths hold a text, in any case of ASCII letters, by rank.
    List<Rank> search(QueueList list, String text, int most) throws SQLException {
        String like = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        var found = new ArrayList<Rank>();
        String where =
                " AND (CAST(source_path AS TEXT) LIKE ?1 ESCAPE '\\'"
                        + " OR CAST(target_path AS TEXT) LIKE ?1 ESCAPE '\\')";
        String query = ranks(list).replace(" ORDER BY", where + " ORDER BY") + " LIMIT ?2";
        try (ResultSet row = file.query(query, like, most)) {
            while (row.next()) {
                found.add(new Rank(row.getLong(1), new JobId(row.getLong(2))));
            }
        }
        return found;
    }

    /// Writes it all or, if that fails, nothing.
    void write(Ledger ledger) throws SQLException {
        file.begin();
        try {
            for (JobRecord job : ledger.jobs()) {
                write(job, ledger.isAdded(job.id()));
            }
            for (JobId id : ledger.removed()) {
                file.update("DELETE FROM jobs WHERE id = ?", id.value());
                begun.remove(id);
            }
            for (Ledger.Trace trace : ledger.traces()) {
                begun.write(trace);
            }
            for (Batches.Kept batch : ledger.batches()) {
                batches.write(batch);
            }
            for (Map.Entry<String, String> note : ledger.notes().entrySet()) {
                note(note.getKey(), note.getValue());
            }
            file.commit();
        } catch (SQLException failed) {
            rows.forget();
            file.rollBack(failed);
            throw failed;
        }
    }

    void note(String name, String value) throws SQLException {
        file.update("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", name, value);
    }

    /// Runs a change of many rows at once.
    void change(String sql, Object... values) throws SQLException {
        file.update(sql, values);
    }

    /// A number that a question has for its answer.
    OptionalLong number(String sql, Object... values) throws SQLException {
        return file.number(sql, values);
    }

    /// The rows that could not be read since the last call.
    Set<JobId> takeUnreadable() {
        Set<JobId> taken = Set.copyOf(unreadable);
        unreadable.clear();
        return taken;
    }

    /// Keeps rows that cannot be read, where they hold nothing up.
    void setAside(Set<JobId> ids) throws SQLException {
        for (JobId id : ids) {
            change(
                    "UPDATE jobs SET state = ?, due = NULL, ending = NULL WHERE id = ?",
                    ASIDE,
                    id.value());
        }
    }

    /// After a question that failed.
    void recover() throws SQLException {
        file.forget();
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }

    private void write(JobRecord job, boolean added) throws SQLException {
        PreparedStatement row = file.prepared(added ? JobRows.INSERT : JobRows.UPDATE);
        if (added) {
            rows.bindAll(row, job);
        } else {
            rows.bindUpdate(row, job);
        }
        row.executeUpdate();
        if (job.state() == JobState.DONE || job.state() == JobState.SKIPPED) {
            begun.remove(job.id());
        }
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

    private Optional<Lane> lane(ResultSet row) throws SQLException {
        long source = row.getLong(1);
        long target = row.getLong(2);
        int kind = row.getInt(3);
        try {
            return Optional.of(new Lane(rows.site(source), rows.site(target), JobRows.kind(kind)));
        } catch (JobRows.UnreadableException broken) {
            LOG.error("jobs of a lane cannot be read", broken);
            String all = "SELECT id FROM jobs WHERE source = ? AND target = ? AND kind = ?";
            try (ResultSet job = file.query(all, source, target, kind)) {
                while (job.next()) {
                    unreadable.add(new JobId(job.getLong(1)));
                }
            }
            return Optional.empty();
        }
    }

    private List<JobRecord> list(String sql, int most, Object... values) throws SQLException {
        var jobs = new ArrayList<JobRecord>(Math.min(most, 64));
        try (ResultSet row = file.query(sql, values)) {
            while (row.next()) {
                try {
                    jobs.add(rows.read(row));
                } catch (JobRows.UnreadableException broken) {
                    LOG.error("a job cannot be read", broken);
                    unreadable.add(new JobId(row.getLong(1)));
                }
            }
        }
        return jobs;
    }
}
