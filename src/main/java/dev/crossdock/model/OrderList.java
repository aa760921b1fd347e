package dev.crossdock.model;

import java.util.Comparator;
import java.util.List;

/// In which order the entries of a folder are carried over: the files that a list names, in its
/// order, then the other files, then the folders, each by name.
public final class OrderList {

    /// Nothing goes before other files.
    public static final OrderList BY_NAME = new OrderList(List.of());

    private final List<NameMatcher> first;

    private record Ranked(int rank, Entry entry) {}

    private OrderList(List<NamePattern> first) {
        this.first =
                first.stream()
                        .filter(pattern -> pattern.scope().covers(JobSpec.Kind.FILE))
                        .map(NamePattern::matcher)
                        .toList();
    }

    public static OrderList of(List<NamePattern> first) {
        return first.isEmpty() ? BY_NAME : new OrderList(first);
    }

    public List<Entry> sorted(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Ranked(rank(entry), entry))
                .sorted(
                        Comparator.comparingInt(Ranked::rank)
                                .thenComparing(
                                        ranked -> ranked.entry().name(), NaturalOrder.NATURAL))
                .map(Ranked::entry)
                .toList();
    }

    private int rank(Entry entry) {
        if (entry.isFolder()) {
            return first.size() + 1;
        }
        int rank = 0;
        while (rank < first.size()
                && first.get(rank).matches(entry.name()) != NameMatcher.Answer.YES) {
            rank++;
        }
        return rank;
    }
}
