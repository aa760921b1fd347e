package dev.crossdock.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The speed of the last five minutes, a second each.
final class SpeedHistory {

    static final Duration SPAN = Duration.ofMinutes(5);

    private final Deque<Point> points = new ArrayDeque<>();

    /// @param second since 1970
    /// @param speed the mean of what was measured in that second
    record Point(long second, double speed, int measured) {}

    void add(double speed, Instant now) {
        long second = now.getEpochSecond();
        Point last = points.peekLast();
        if (last != null && last.second() == second) {
            points.removeLast();
            int count = last.measured() + 1;
            points.addLast(new Point(second, last.speed() + (speed - last.speed()) / count, count));
        } else {
            points.addLast(new Point(second, speed, 1));
        }
        while (!points.isEmpty() && points.peekFirst().second() <= second - SPAN.toSeconds()) {
            points.removeFirst();
        }
    }

    /// Oldest first.
    List<Point> points() {
        return List.copyOf(points);
    }

    double highest() {
        return points.stream().mapToDouble(Point::speed).max().orElse(0);
    }

    double mean() {
        return points.stream().mapToDouble(Point::speed).average().orElse(0);
    }
}
