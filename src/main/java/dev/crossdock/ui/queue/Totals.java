package dev.crossdock.ui.queue;

import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import java.util.ArrayList;

/// The queue in one line.
///
/// @param speed of all running jobs together, in bytes a second
public record Totals(int running, int waiting, int failed, double speed) {

    static final Totals NONE = new Totals(0, 0, 0, 0);

    /// How many jobs have not ended.
    public int unfinished() {
        return running + waiting;
    }

    /// `2 running, 14 waiting, 1 failed, 12 MB/s`; empty when there is nothing to say.
    public String words() {
        var parts = new ArrayList<String>();
        if (running > 0) {
            parts.add(Strings.text("queue.total.running", running));
        }
        if (waiting > 0) {
            parts.add(Strings.text("queue.total.waiting", waiting));
        }
        if (failed > 0) {
            parts.add(Strings.text("queue.total.failed", failed));
        }
        if (speed >= 1) {
            parts.add(Amounts.speed(speed));
        }
        return String.join(" \u00b7 ", parts);
    }
}
