package dev.crossdock.cli;

import java.io.PrintStream;

/// One object a line on standard output, out at once.
final class JsonReporter implements Reporter {

    private final Json json = new Json();
    private final PrintStream out;

    JsonReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ended(FileReport report) {
        // Not println: a line ends the same on every system.
        out.print(json.file(report) + "\n");
        out.flush();
    }
}
