package dev.crossdock.browse;

import dev.crossdock.model.TranscriptLine;

import java.util.ArrayList;
import java.util.List;

/// The last lines of all control connections. Sessions add, the screen pulls.
public final class TranscriptLog {

    private static final int KEPT = 20_000;

    private final List<TranscriptLine> lines = new ArrayList<>();
    private long dropped;

    public synchronized void add(TranscriptLine line) {
        if (lines.size() == KEPT) {
            int surplus = KEPT / 10;
            lines.subList(0, surplus).clear();
            dropped += surplus;
        }
        lines.add(line);
    }

    /// What was added since a number of lines was seen.
    public synchronized Page since(long seen) {
        int from = Math.clamp(seen - dropped, 0, lines.size());
        return new Page(List.copyOf(lines.subList(from, lines.size())), dropped + lines.size());
    }

    /// @param seen pass it to the next [#since]
    public record Page(List<TranscriptLine> lines, long seen) {}
}
