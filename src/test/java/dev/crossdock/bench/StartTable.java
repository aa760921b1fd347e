package dev.crossdock.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Starts in columns.
final class StartTable {

    static final String HEAD =
            row("", "program", "window", "takes input", "CPU", "RSS", "PSS", "ratio");

    static final String LEGEND =
            """

            window       ms from the start of the process until its window is visible
            takes input  ms until Ctrl+S, pressed each 50 ms from then on, has opened the site manager
            CPU          ms of all processors by then; more on a busy machine
            RSS, PSS     MiB of the process and all it started, 5 s after the site manager was closed
            ratio        takes input, beside FileZilla
            warm, cold   with its files in memory, and after the system was asked to forget them
            Middle (least-most) of the runs; looked at each 5 ms.\
            """;

    private StartTable() {}

    /// @param theirs to compare with
    static String row(String state, String program, List<Start> ours, List<Start> theirs) {
        Spread ready = spread(ours, start -> start.ready().toNanos() / 1e6);
        Optional<Double> ratio =
                theirs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ready.times(
                                        spread(theirs, start -> start.ready().toNanos() / 1e6)));
        return row(
                state,
                program,
                spread(ours, start -> start.mapped().toNanos() / 1e6).toString(),
                ready.toString(),
                spread(ours, start -> start.busy().toNanos() / 1e6).toString(),
                spread(ours, start -> start.memory().resident() / 1024.0).toString(),
                spread(ours, start -> start.memory().fair() / 1024.0).toString(),
                ratio.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("-"));
    }

    private static Spread spread(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Spread.of(starts.stream().mapToDouble(figure).boxed().toList());
    }

    private static String row(
            String state,
            String program,
            String window,
            String ready,
            String busy,
            String resident,
            String fair,
            String ratio) {
        return String.format(
                Locale.ROOT,
                "%-4s  %-12s  %18s  %18s  %18s  %13s  %13s  %5s",
                state,
                program,
                window,
                ready,
                busy,
                resident,
                fair,
                ratio);
    }
}
