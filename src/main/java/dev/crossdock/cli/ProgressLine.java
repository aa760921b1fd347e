package dev.crossdock.cli;

import dev.crossdock.model.Progress;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;

import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One line on the terminal that is written over and over while files travel.
final class ProgressLine {

    // Narrower than any terminal in use; a wrapped line could not be written over.
    private static final int WIDTH = 78;

    private final PrintStream err;
    private final boolean wanted;
    private final BooleanSupplier quiet;
    private String shown = "";

    /// @param quiet a question is on the screen now
    ProgressLine(Streams streams, BooleanSupplier quiet) {
        this.err = streams.err();
        this.wanted = streams.terminal().showsProgress();
        this.quiet = quiet;
    }

    /// @param finished files that have ended
    /// @param bytes what those files held
    void show(QueueChanges changes, long finished, long bytes) {
        if (!wanted || quiet.getAsBoolean()) {
            return;
        }
        List<JobView> running = changes.running();
        long moving = running.stream().mapToLong(ProgressLine::bytes).sum();
        String name = running.isEmpty() ? "" : running.getFirst().spec().sourcePath().name();
        String line =
                finished
                        + " ended, "
                        + changes.totals().running()
                        + " under way, "
                        + changes.totals().waiting()
                        + " waiting, "
                        + Amount.bytes(bytes + moving)
                        + "  "
                        + PlainText.name(name);
        if (!line.equals(shown)) {
            err.print("\r" + fit(line));
            err.flush();
            shown = line;
        }
    }

    /// Makes room for an ordinary line.
    void clear() {
        if (!shown.isEmpty()) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
            shown = "";
        }
    }

    private static long bytes(JobView job) {
        return switch (job.progress()) {
            case Progress.Unknown _ -> 0;
            case Progress.Counted(long bytes) -> bytes;
            case Progress.Observed(long bytes, _) -> bytes;
        };
    }

    private static String fit(String line) {
        return line.length() > WIDTH
                ? line.substring(0, WIDTH - 1) + "…"
                : line + " ".repeat(WIDTH - line.length());
    }
}
