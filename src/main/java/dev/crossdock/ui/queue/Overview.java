package dev.crossdock.ui.queue;

import dev.crossdock.queue.Hold;
import dev.crossdock.queue.Tally;
import dev.crossdock.queue.Totals;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/// The queue in one line.
///
/// @param speed of all running jobs together, in bytes a second
/// @param under how many bytes of the running jobs have arrived
public record Overview(Totals totals, double speed, long under) {

    /// How many jobs have not ended.
    public int unfinished() {
        return (int) Math.min(Integer.MAX_VALUE, totals.open());
    }

    public boolean isRunning() {
        return totals.running() > 0;
    }

    /// Whether nothing is left that would start by itself.
    public boolean isDone() {
        return totals.running() == 0 && totals.waiting() == 0;
    }

    /// From 0 to 1, by bytes where their number is known; empty when there is nothing to do.
    OptionalDouble fraction() {
        Tally now = totals.now();
        if (now.bytes() > 0) {
            return OptionalDouble.of(Math.clamp((double) arrived() / now.bytes(), 0, 1));
        }
        return now.files() > 0
                ? OptionalDouble.of((double) now.filesEnded() / now.files())
                : OptionalDouble.empty();
    }

    /// Whole percents while something runs.
    public Optional<Integer> percent() {
        return isRunning() && fraction().isPresent()
                ? Optional.of((int) (fraction().getAsDouble() * 100))
                : Optional.empty();
    }

    /// How long the rest takes at the present speed; empty when nobody can tell.
    Optional<Duration> left() {
        long bytes = totals.now().bytes() - arrived();
        return speed < 1 || bytes <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(bytes / speed)));
    }

    /// `2 running · 14 waiting · 1 paused`; says so when there is nothing to do.
    String jobs() {
        var parts = new ArrayList<String>();
        part(parts, "queue.total.running", totals.running());
        part(parts, "queue.total.waiting", totals.waiting());
        part(parts, "queue.total.paused", totals.paused());
        if (totals.hold() != Hold.NONE) {
            parts.addFirst(Strings.text("queue.total.held"));
        }
        return parts.isEmpty() ? Strings.text("queue.total.idle") : joined(parts);
    }

    /// `3 of 12 files · 1.5 GB of 4.0 GB · 12 MB/s · 3:20 left`; empty when nothing was to do.
    String amounts() {
        Tally now = totals.now();
        var parts = new ArrayList<String>();
        if (now.files() > 0) {
            parts.add(
                    Strings.text(
                            "queue.total.files",
                            Amounts.number(now.filesEnded()),
                            Amounts.number(now.files())));
        }
        if (now.bytes() > 0) {
            parts.add(
                    Strings.text(
                            "queue.total.bytes",
                            Amounts.bytes(arrived()),
                            Amounts.bytes(now.bytes())));
        }
        if (speed >= 1) {
            parts.add(Amounts.speed(speed));
        }
        left().ifPresent(time -> parts.add(Strings.text("queue.total.left", Amounts.time(time))));
        return joined(parts);
    }

    private long arrived() {
        return Math.min(totals.now().bytes(), totals.now().bytesEnded() + under);
    }

    private static void part(ArrayList<String> parts, String key, long number) {
        if (number > 0) {
            parts.add(Strings.text(key, Amounts.number(number)));
        }
    }

    private static String joined(ArrayList<String> parts) {
        return String.join(" \u00b7 ", parts);
    }
}
