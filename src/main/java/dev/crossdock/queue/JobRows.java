package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.WireText;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Jobs as rows of the table and back, on one connection.
final class JobRows {

    static final String COLUMNS =
            "id, kind, source, source_path, target, target_path, twin, parent, batch, policy,"
                    + " size, line, asked, state, due, cut, outcome, started, ended, ending,"
                    + " attempts, route, moved";

    /// What [#bindUpdate] fills in, the id last.
    static final String UPDATE =
            "UPDATE jobs SET policy = ?, size = ?, line = ?, asked = ?, state = ?, due = ?,"
                    + " cut = ?, outcome = ?, started = ?, ended = ?, ending = ?, attempts = ?,"
                    + " route = ?, moved = ? WHERE id = ?";

    /// What [#bindAll] fills in.
    static final String INSERT =
            "INSERT INTO jobs (" + COLUMNS + ") VALUES (?" + ", ?".repeat(22) + ")";

    private final Connection file;
    private final JobJson json = new JobJson();
    private final Map<SiteId, Long> siteNumbers = new HashMap<>();
    private final Map<Long, SiteId> sites = new HashMap<>();
    private final Map<TransferPolicy, Long> policyNumbers = new HashMap<>();
    private final Map<Long, TransferPolicy> policies = new HashMap<>();

    JobRows(Connection file) {
        this.file = file;
    }

    /// Forgets what it has looked up; a transaction was rolled back.
    void forget() {
        siteNumbers.clear();
        sites.clear();
        policyNumbers.clear();
        policies.clear();
    }

    /// Fills in an `INSERT` of all the columns.
    void bindAll(PreparedStatement row, JobRecord job) throws SQLException {
        JobSpec spec = job.spec();
        byte[] source = WireText.encode(spec.sourcePath().value());
        byte[] target = WireText.encode(spec.targetPath().value());
        row.setLong(1, job.id().value());
        row.setInt(2, number(spec.kind()));
        row.setLong(3, number(spec.source()));
        row.setBytes(4, source);
        row.setLong(5, number(spec.target()));
        row.setBytes(6, Arrays.equals(source, target) ? null : target);
        row.setBoolean(7, spec.caseTwin());
        set(row, 8, longOf(job.parent().map(JobId::value)));
        row.setLong(9, job.batch());
        bindState(row, 10, job);
    }

    /// Fills in what changes in a job's life.
    void bindUpdate(PreparedStatement row, JobRecord job) throws SQLException {
        bindState(row, 1, job);
        row.setLong(15, job.id().value());
    }

    /// A row holds what no Crossdock wrote.
    static final class UnreadableException extends SQLException {
        private static final long serialVersionUID = 1;

        UnreadableException(String what) {
            super(what);
        }

        UnreadableException(String what, Exception why) {
            super(what, why);
        }
    }

    JobRecord read(ResultSet row) throws SQLException {
        try {
            RemotePath source = path(row.getBytes(4));
            byte[] other = row.getBytes(6);
            var spec =
                    new JobSpec(
                            kind(row.getInt(2)),
                            site(row.getLong(3)),
                            source,
                            site(row.getLong(5)),
                            other == null ? source : path(other),
                            number(row, 11),
                            row.getBoolean(7),
                            policy(row.getLong(10)));
            String outcome = row.getString(17);
            String route = row.getString(22);
            return new JobRecord(
                    new JobId(row.getLong(1)),
                    spec,
                    optional(row, 8).map(JobId::new),
                    row.getLong(9),
                    row.getLong(12),
                    Instant.ofEpochMilli(row.getLong(13)),
                    JobState.numbered(row.getInt(14)),
                    time(row, 15),
                    row.getBoolean(16),
                    Optional.ofNullable(outcome).map(json::outcome),
                    time(row, 18),
                    time(row, 19),
                    number(row, 20),
                    row.getInt(21),
                    new Trip(
                            Optional.ofNullable(route).map(json::route),
                            number(row, 23),
                            OptionalLong.empty()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new UnreadableException("job " + row.getLong(1) + " cannot be read", broken);
        }
    }

    long number(SiteId site) throws SQLException {
        Long known = siteNumbers.get(site);
        if (known == null) {
            known = number("sites", "id", site.value());
            siteNumbers.put(site, known);
        }
        return known;
    }

    private long number(TransferPolicy policy) throws SQLException {
        Long known = policyNumbers.get(policy);
        if (known == null) {
            known = number("policies", "policy", json.write(policy));
            policyNumbers.put(policy, known);
        }
        return known;
    }

    SiteId site(long number) throws SQLException {
        SiteId known = sites.get(number);
        if (known == null) {
            known = new SiteId(word("sites", "id", number));
            sites.put(number, known);
        }
        return known;
    }

    private TransferPolicy policy(long number) throws SQLException {
        TransferPolicy known = policies.get(number);
        if (known == null) {
            known = json.policy(word("policies", "policy", number));
            policies.put(number, known);
        }
        return known;
    }

    private long number(String table, String column, String value) throws SQLException {
        try (var add =
                file.prepareStatement(
                        "INSERT OR IGNORE INTO %s (%s) VALUES (?)".formatted(table, column))) {
            add.setString(1, value);
            add.executeUpdate();
        }
        try (var find =
                file.prepareStatement(
                        "SELECT number FROM %s WHERE %s = ?".formatted(table, column))) {
            find.setString(1, value);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String word(String table, String column, long number) throws SQLException {
        try (var find =
                file.prepareStatement(
                        "SELECT %s FROM %s WHERE number = ?".formatted(column, table))) {
            find.setLong(1, number);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    throw new UnreadableException(
                            "nothing in %s by number %d".formatted(table, number));
                }
                return row.getString(1);
            }
        }
    }

    private void bindState(PreparedStatement row, int first, JobRecord job) throws SQLException {
        row.setLong(first, number(job.spec().policy()));
        set(row, first + 1, job.spec().size());
        row.setLong(first + 2, job.order());
        row.setLong(first + 3, job.asked().toEpochMilli());
        row.setInt(first + 4, job.state().number());
        set(row, first + 5, longOf(job.due().map(Instant::toEpochMilli)));
        row.setBoolean(first + 6, job.cut());
        row.setString(first + 7, job.outcome().map(json::write).orElse(null));
        set(row, first + 8, longOf(job.started().map(Instant::toEpochMilli)));
        set(row, first + 9, longOf(job.ended().map(Instant::toEpochMilli)));
        set(row, first + 10, job.end());
        row.setInt(first + 11, job.attempts());
        row.setString(first + 12, job.trip().route().map(json::write).orElse(null));
        set(row, first + 13, job.trip().moved());
    }

    static int number(JobSpec.Kind kind) {
        return switch (kind) {
            case FILE -> 0;
            case FOLDER -> 1;
        };
    }

    static JobSpec.Kind kind(int number) throws UnreadableException {
        return switch (number) {
            case 0 -> JobSpec.Kind.FILE;
            case 1 -> JobSpec.Kind.FOLDER;
            default -> throw new UnreadableException("no kind " + number);
        };
    }

    static RemotePath path(byte[] bytes) {
        return RemotePath.of(WireText.decode(bytes));
    }

    static byte[] bytes(RemotePath path) {
        return WireText.encode(path.value());
    }

    static void set(PreparedStatement row, int index, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            row.setLong(index, value.getAsLong());
        } else {
            row.setNull(index, Types.INTEGER);
        }
    }

    static OptionalLong longOf(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    static OptionalLong number(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static Optional<Instant> time(ResultSet row, int index) throws SQLException {
        return optional(row, index).map(Instant::ofEpochMilli);
    }

    private static Optional<Long> optional(ResultSet row, int index) throws SQLException {
        OptionalLong value = number(row, index);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
