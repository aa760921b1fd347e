package dev.crossdock.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of the memories is kept, and for how long. Pure.
final class Retention {

    static final int MOST_SERVERS = 500;
    static final int MOST_PAIRS = 2000;
    // So that the file stays within its bound whatever servers say.
    static final int MOST_MEMOS = 6000;

    static final Duration PROVEN = Duration.ofDays(90);
    // Servers are repaired and updated.
    static final Duration REFUTED = Duration.ofDays(7);
    // Files by the thousand prove the same route.
    static final Duration SETTLED = Duration.ofDays(1);

    private Retention() {}

    /// One from tomorrow was written while the clock was wrong, and would stay for ever.
    static boolean isCurrent(Memo memo, Instant now) {
        var age = Duration.between(memo.when(), now);
        return age.compareTo(memo.isProven() ? PROVEN : REFUTED) < 0
                && age.compareTo(SETTLED.negated()) > 0;
    }

    static List<Memo> current(List<Memo> memos, Instant now) {
        return memos.stream().filter(memo -> isCurrent(memo, now)).toList();
    }

    /// Not if the same was learned less than a day before.
    static boolean isNews(List<Memo> known, Memo memo) {
        return known.stream().noneMatch(before -> settles(before, memo));
    }

    /// Adds the memo if it is news, and prunes then.
    static List<Memo> with(List<Memo> before, Memo memo) {
        if (!isNews(before, memo)) {
            return before;
        }
        var after = new ArrayList<>(before);
        after.removeIf(old -> old.topic().equals(memo.topic()));
        after.add(memo);
        return kept(after, memo.when());
    }

    static List<Memo> newestFirst(List<Memo> memos) {
        return memos.reversed().stream()
                .sorted(Comparator.comparing(Memo::when).reversed())
                .toList();
    }

    private static boolean settles(Memo before, Memo memo) {
        var age = Duration.between(before.when(), memo.when());
        return before.topic().equals(memo.topic())
                && before.isProven() == memo.isProven()
                && !age.isNegative()
                && age.compareTo(SETTLED) < 0;
    }

    /// The servers and pairs of which something was learned last, in the order they had.
    private static List<Memo> kept(List<Memo> memos, Instant now) {
        var current = current(memos, now);
        var servers = new HashSet<List<Endpoint>>();
        var pairs = new HashSet<List<Endpoint>>();
        var kept = new HashSet<Topic>();
        for (Memo memo : newestFirst(current)) {
            List<Endpoint> about = memo.topic().servers();
            boolean hasRoom =
                    about.size() == 1
                            ? hasRoom(servers, about, MOST_SERVERS)
                            : hasRoom(pairs, about, MOST_PAIRS);
            if (hasRoom && kept.size() < MOST_MEMOS) {
                kept.add(memo.topic());
            }
        }
        return current.stream().filter(memo -> kept.contains(memo.topic())).toList();
    }

    private static boolean hasRoom(Set<List<Endpoint>> groups, List<Endpoint> group, int most) {
        if (groups.size() < most) {
            groups.add(group);
        }
        return groups.contains(group);
    }
}
