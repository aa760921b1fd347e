package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.RemotePath;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What jobs have begun, as rows of their table and back.
final class BegunRows {

    private final Statements file;
    private final JobRows jobs;
    private final JobJson json = new JobJson();

    BegunRows(Statements file, JobRows jobs) {
        this.file = file;
        this.jobs = jobs;
    }

    Optional<Begun> find(JobId id) throws SQLException {
        try (ResultSet row =
                file.query(
                        "SELECT path, aside, replaces, size, modified, route FROM begun"
                                + " WHERE job = ?",
                        id.value())) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            throw new SQLException("what job " + id.value() + " began cannot be read", broken);
        }
    }

    /// Whether a job has begun the path that another job is to write.
    boolean isBegunByAnother(JobRecord job, RemotePath path) throws SQLException {
        return file.number(
                        "SELECT 1 FROM begun JOIN sites ON sites.number = begun.site"
                                + " WHERE sites.id = ? AND begun.path = ? AND begun.job <> ?",
                        job.spec().target().value(),
                        JobRows.bytes(path),
                        job.id().value())
                .isPresent();
    }

    void write(Ledger.Trace trace) throws SQLException {
        JobRecord job = trace.job();
        if (trace.begun().isEmpty()) {
            remove(job.id());
            return;
        }
        Begun begun = trace.begun().get();
        // Whoever wrote that file before has it no more.
        file.update(
                "INSERT OR REPLACE INTO begun (job, site, path, aside, replaces, size,"
                        + " modified, route) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id().value(),
                jobs.number(job.spec().target()),
                JobRows.bytes(begun.path()),
                begun.aside(),
                begun.replaces(),
                begun.size(),
                begun.modified().map(Instant::toEpochMilli).orElse(null),
                json.write(begun.route()));
    }

    void remove(JobId id) throws SQLException {
        file.update("DELETE FROM begun WHERE job = ?", id.value());
    }

    private Begun read(ResultSet row) throws SQLException {
        return new Begun(
                JobRows.path(row.getBytes(1)),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getLong(4),
                JobRows.time(row, 5),
                json.route(row.getString(6)));
    }
}
