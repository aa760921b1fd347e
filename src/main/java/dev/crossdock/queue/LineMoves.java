package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Changes the order of waiting jobs in the queue's file.
///
/// Jobs that were added in one go share a place. To put something between two of them, the later
/// ones get a place of their own; where there is no room between two places, all are spread anew.
final class LineMoves {

    private static final String UNSTARTED = " state < 3 AND state <> 1";

    private final JobTable table;

    LineMoves(JobTable table) {
        this.table = table;
    }

    /// The order for jobs behind all others of a priority.
    long last(Priority priority) throws SQLException {
        OptionalLong last = edge("max", priority);
        return last.isPresent() ? last.getAsLong() + Rank.STEP : Rank.order(priority, Rank.MIDDLE);
    }

    void move(List<JobId> ids, Move where) throws SQLException {
        List<JobRecord> chosen = unstarted(ids);
        if (chosen.isEmpty()) {
            return;
        }
        JobRecord first = chosen.getFirst();
        JobRecord last = chosen.getLast();
        Set<JobId> moving = new HashSet<>(chosen.stream().map(JobRecord::id).toList());
        switch (where) {
            case TOP -> toTop(chosen);
            case BOTTOM -> toBottom(chosen);
            case UP -> {
                Optional<JobRecord> neighbour = neighbour(first, false, Set.of());
                if (neighbour.isPresent()) {
                    before(chosen, neighbour.get());
                }
            }
            case DOWN -> {
                Optional<JobRecord> neighbour = neighbour(last, true, moving);
                if (neighbour.isPresent()) {
                    Optional<JobRecord> next = neighbour(neighbour.get(), true, moving);
                    if (next.isPresent()) {
                        before(chosen, next.get());
                    } else {
                        toBottom(chosen);
                    }
                }
            }
        }
    }

    void before(Collection<JobId> ids, JobId anchor) throws SQLException {
        List<JobRecord> chosen = unstarted(ids);
        Optional<JobRecord> found = table.find(anchor).filter(LineMoves::isUnstarted);
        boolean moves = chosen.stream().noneMatch(job -> job.id().equals(anchor));
        if (!chosen.isEmpty() && found.isPresent() && moves) {
            before(chosen, found.get());
        }
    }

    private void toTop(List<JobRecord> jobs) throws SQLException {
        Priority priority = Rank.priority(jobs.getFirst().order());
        long first = edge("min", priority).orElse(Rank.order(priority, Rank.MIDDLE));
        for (JobRecord job : jobs.reversed()) {
            first -= Rank.STEP;
            place(job, first);
        }
    }

    private void toBottom(List<JobRecord> jobs) throws SQLException {
        long last = last(Rank.priority(jobs.getFirst().order()));
        for (JobRecord job : jobs) {
            place(job, last);
            last += Rank.STEP;
        }
    }

    private void before(List<JobRecord> jobs, JobRecord anchor) throws SQLException {
        long at = anchor.order();
        long low = free(at);
        long high = at;
        if (sharesWithEarlier(anchor)) {
            // The anchor and what stands behind it in its place get a place of their own.
            long next = above(at);
            long own = at + (next - at) / 2;
            if (own == at) {
                spread(Rank.priority(at));
                before(jobs, table.find(anchor.id()).orElseThrow());
                return;
            }
            table.change(
                    "UPDATE jobs SET line = ? WHERE line = ? AND id >= ? AND" + UNSTARTED,
                    own,
                    at,
                    anchor.id().value());
            low = at;
            high = own;
        }
        long step = (high - low) / (jobs.size() + 1);
        if (step == 0) {
            spread(Rank.priority(at));
            before(jobs, table.find(anchor.id()).orElseThrow());
            return;
        }
        long place = low;
        for (JobRecord job : jobs) {
            place += step;
            place(job, place);
        }
    }

    /// The highest order below one, or a fair distance.
    private long free(long order) throws SQLException {
        OptionalLong below =
                table.number(
                        "SELECT max(line) FROM jobs WHERE line < ? AND line > ? AND state < 3",
                        order,
                        Rank.floor(Rank.priority(order)));
        return below.orElse(order - Rank.STEP);
    }

    private long above(long order) throws SQLException {
        OptionalLong above =
                table.number(
                        "SELECT min(line) FROM jobs WHERE line > ? AND line < ? AND state < 3",
                        order,
                        Rank.ceiling(Rank.priority(order)));
        return above.orElse(order + Rank.STEP);
    }

    private boolean sharesWithEarlier(JobRecord job) throws SQLException {
        return table.number(
                        "SELECT id FROM jobs WHERE line = ? AND id < ? AND state < 3 LIMIT 1",
                        job.order(),
                        job.id().value())
                .isPresent();
    }

    private Optional<JobRecord> neighbour(JobRecord job, boolean after, Set<JobId> left)
            throws SQLException {
        Priority priority = Rank.priority(job.order());
        String side = after ? ">" : "<";
        String direction = after ? "" : " DESC";
        JobRecord from = job;
        while (true) {
            OptionalLong id =
                    table.number(
                            "SELECT id FROM jobs WHERE (line, id) %s (?, ?) AND line > ? AND line < ? AND"
                                            .formatted(side)
                                    + UNSTARTED
                                    + " ORDER BY line%s, id%s LIMIT 1"
                                            .formatted(direction, direction),
                            from.order(),
                            from.id().value(),
                            Rank.floor(priority),
                            Rank.ceiling(priority));
            if (id.isEmpty()) {
                return Optional.empty();
            }
            from = table.find(new JobId(id.getAsLong())).orElseThrow();
            if (!left.contains(from.id())) {
                return Optional.of(from);
            }
        }
    }

    /// Gives each place of a priority as much room as at first.
    private void spread(Priority priority) throws SQLException {
        table.change(
                "UPDATE jobs SET line = ? + ? * spread.number FROM (SELECT line AS old,"
                        + " dense_rank() OVER (ORDER BY line) AS number FROM jobs"
                        + " WHERE line > ? AND line < ? AND state < 3 GROUP BY line) AS spread"
                        + " WHERE jobs.line = spread.old AND jobs.state < 3",
                Rank.order(priority, Rank.MIDDLE),
                Rank.STEP,
                Rank.floor(priority),
                Rank.ceiling(priority));
    }

    private OptionalLong edge(String which, Priority priority) throws SQLException {
        return table.number(
                "SELECT %s(line) FROM jobs WHERE line > ? AND line < ? AND state < 3"
                        .formatted(which),
                Rank.floor(priority),
                Rank.ceiling(priority));
    }

    private void place(JobRecord job, long order) throws SQLException {
        long kept = Rank.priority(order) == Rank.priority(job.order()) ? order : job.order();
        table.change("UPDATE jobs SET line = ? WHERE id = ?", kept, job.id().value());
    }

    private List<JobRecord> unstarted(Collection<JobId> ids) throws SQLException {
        var found = new ArrayList<JobRecord>();
        for (JobId id : ids) {
            table.find(id).filter(LineMoves::isUnstarted).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(JobRecord::rank));
        return found;
    }

    private static boolean isUnstarted(JobRecord job) {
        return job.state() == JobState.WAITING || job.state() == JobState.PAUSED;
    }
}
