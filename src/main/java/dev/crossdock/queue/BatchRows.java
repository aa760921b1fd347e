package dev.crossdock.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Batches as rows of their table and back.
final class BatchRows {

    private static final String SELECT =
            "SELECT id, title, roots, asked, files, files_ended, files_failed, bytes, bytes_ended,"
                    + " open, jobs FROM batches ";

    private final Statements file;

    BatchRows(Statements file) {
        this.file = file;
    }

    List<Batches.Kept> open() throws SQLException {
        return list(SELECT + "WHERE open > 0");
    }

    Optional<Batches.Kept> find(long id) throws SQLException {
        return list(SELECT + "WHERE id = ?", id).stream().findFirst();
    }

    /// A batch of which no job is left is forgotten.
    void write(Batches.Kept kept) throws SQLException {
        Batch batch = kept.batch();
        Tally tally = batch.tally();
        if (kept.rows() <= 0) {
            file.update("DELETE FROM batches WHERE id = ?", batch.id());
            return;
        }
        file.update(
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

    private List<Batches.Kept> list(String sql, Object... values) throws SQLException {
        var found = new ArrayList<Batches.Kept>();
        try (ResultSet row = file.query(sql, values)) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static Batches.Kept read(ResultSet row) throws SQLException {
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
        return new Batches.Kept(batch, row.getLong(11));
    }
}
