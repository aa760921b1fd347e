package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The jobs that may start when it is their turn: of each lane the first ones in memory, the others
/// in the file.
final class Lines {

    /// How far down its lane a job is looked for, past those whose place is taken.
    private static final int HEAD = 100;

    private static final int ROOM = 2 * HEAD;
    private static final Rank FIRST = new Rank(Long.MIN_VALUE, new JobId(0));

    private final Map<Lane, Line> lines = new HashMap<>();

    private static final class Line {

        final TreeMap<Rank, JobRecord> head = new TreeMap<>();
        long length;

        boolean isAllHere() {
            return head.size() == length;
        }
    }

    Lines(Map<Lane, Long> lengths) {
        lengths.forEach((lane, length) -> line(lane).length = length);
    }

    void add(JobRecord job) {
        Line line = line(Lane.of(job.spec()));
        boolean fits =
                line.isAllHere()
                        || (!line.head.isEmpty()
                                && job.rank().compareTo(line.head.lastKey()) < 0);
        line.length++;
        if (fits) {
            line.head.put(job.rank(), job);
        }
        if (line.head.size() > ROOM) {
            line.head.pollLastEntry();
        }
    }

    /// A job that is in the line leaves it.
    void remove(JobRecord job) {
        Lane lane = Lane.of(job.spec());
        Line line = line(lane);
        line.head.remove(job.rank());
        line.length--;
        if (line.length <= 0) {
            lines.remove(lane);
        }
    }

    /// Fetches what is short, from a file that has all that was changed.
    void refill(JobTable file) throws SQLException {
        for (Map.Entry<Lane, Line> each : lines.entrySet()) {
            Line line = each.getValue();
            if (line.head.size() < HEAD && !line.isAllHere()) {
                Rank behind = line.head.isEmpty() ? FIRST : line.head.lastKey();
                int most = ROOM - line.head.size();
                for (JobRecord job : file.lane(each.getKey(), behind, most)) {
                    line.head.put(job.rank(), job);
                }
            }
        }
    }

    /// Forgets what is in memory; the file has another order.
    void reset(Map<Lane, Long> lengths) {
        lines.clear();
        lengths.forEach((lane, length) -> line(lane).length = length);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// The jobs in front of each lane, in the order of the whole line.
    List<JobRecord> heads(Set<Lane> left) {
        var heads = new ArrayList<JobRecord>();
        lines.forEach((lane, line) -> {
            if (!left.contains(lane)) {
                line.head.values().stream().limit(HEAD).forEach(heads::add);
            }
        });
        heads.sort(Comparator.comparing(JobRecord::rank));
        return heads;
    }

    private Line line(Lane lane) {
        return lines.computeIfAbsent(lane, _ -> new Line());
    }
}
