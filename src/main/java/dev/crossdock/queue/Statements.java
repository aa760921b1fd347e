package dev.crossdock.queue;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What is said to the queue's file on one connection. A question that was asked once is kept for
/// the next time, so values are never written into its words.
///
/// Transactions are begun and ended in words: a driver that does it by itself is at a loss when
/// SQLite has rolled back on its own.
final class Statements implements AutoCloseable {

    private final Connection file;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    Statements(Connection file) {
        this.file = file;
    }

    ResultSet query(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    void update(String sql, @Nullable Object... values) throws SQLException {
        bound(sql, values).executeUpdate();
    }

    /// A number that a question has for its answer.
    OptionalLong number(String sql, Object... values) throws SQLException {
        try (ResultSet row = query(sql, values)) {
            return row.next() ? JobRows.number(row, 1) : OptionalLong.empty();
        }
    }

    /// A statement whose values are filled in by the caller.
    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known == null) {
            known = file.prepareStatement(sql);
            kept.put(sql, known);
        }
        return known;
    }

    void begin() throws SQLException {
        say("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        say("COMMIT");
    }

    /// SQLite rolls back by itself where the disk is full, and then refuses to do it again.
    void rollBack(SQLException why) {
        try {
            forget();
            say("ROLLBACK");
        } catch (SQLException alreadyDone) {
            why.addSuppressed(alreadyDone);
        }
    }

    /// A statement that has failed is not used again.
    void forget() throws SQLException {
        for (PreparedStatement statement : kept.values()) {
            statement.close();
        }
        kept.clear();
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.execute(sql);
        }
    }
}
