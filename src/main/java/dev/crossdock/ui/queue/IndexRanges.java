package dev.crossdock.ui.queue;

import java.util.ArrayList;
import java.util.List;

/// A set of indices, kept as runs: a million in a row cost as much as one.
final class IndexRanges {

    private final List<Range> ranges = new ArrayList<>();

    /// @param to is left out
    record Range(int from, int to) {

        Range {
            if (from < 0 || from >= to) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }

        int size() {
            return to - from;
        }
    }

    int size() {
        int size = 0;
        for (Range range : ranges) {
            size += range.size();
        }
        return size;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// The runs in their order, none touching the next.
    List<Range> ranges() {
        return List.copyOf(ranges);
    }

    boolean contains(int index) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).to() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size() && ranges.get(low).from() <= index;
    }

    /// The index that has so many others of the set before it.
    int get(int position) {
        int left = position;
        for (Range range : ranges) {
            if (left < range.size()) {
                return range.from() + left;
            }
            left -= range.size();
        }
        throw new IndexOutOfBoundsException(position);
    }

    void clear() {
        ranges.clear();
    }

    void add(int index) {
        add(index, index + 1);
    }

    /// @param to is left out
    void add(int from, int to) {
        if (from >= to) {
            return;
        }
        int start = from;
        int end = to;
        var merged = new ArrayList<Range>(ranges.size() + 1);
        int at = 0;
        for (Range range : ranges) {
            if (range.to() < start) {
                merged.add(range);
                at = merged.size();
            } else if (range.from() > end) {
                merged.add(range);
            } else {
                start = Math.min(start, range.from());
                end = Math.max(end, range.to());
            }
        }
        merged.add(at, new Range(start, end));
        replace(merged);
    }

    void remove(int index) {
        var left = new ArrayList<Range>(ranges.size() + 1);
        for (Range range : ranges) {
            put(left, range.from(), Math.min(range.to(), index));
            put(left, Math.max(range.from(), index + 1), range.to());
        }
        replace(left);
    }

    /// Makes room: something that is not in the set came to stand there.
    void inserted(int index) {
        var shifted = new ArrayList<Range>(ranges.size() + 1);
        for (Range range : ranges) {
            put(shifted, range.from(), Math.min(range.to(), index));
            put(shifted, Math.max(range.from(), index) + 1, range.to() + 1);
        }
        replace(shifted);
    }

    /// Closes the gap of what stood there.
    void deleted(int index) {
        var shifted = new ArrayList<Range>(ranges.size());
        for (Range range : ranges) {
            int from = range.from() > index ? range.from() - 1 : range.from();
            int to = range.to() > index ? range.to() - 1 : range.to();
            boolean touches = !shifted.isEmpty() && from < to && shifted.getLast().to() == from;
            if (touches) {
                shifted.set(shifted.size() - 1, new Range(shifted.getLast().from(), to));
            } else {
                put(shifted, from, to);
            }
        }
        replace(shifted);
    }

    private static void put(List<Range> into, int from, int to) {
        if (from < to) {
            into.add(new Range(from, to));
        }
    }

    private void replace(List<Range> others) {
        ranges.clear();
        ranges.addAll(others);
    }
}
