package dev.crossdock.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;

/// Where results go, where messages go, and who answers.
///
/// @param out results alone
/// @param err everything else
public record Streams(PrintStream out, PrintStream err, Terminal terminal) {

    /// Those of this process.
    public static Streams standard() {
        return new Streams(System.out, System.err, new ConsoleTerminal(System.console()));
    }

    PrintWriter outWriter() {
        return writer(out);
    }

    PrintWriter errWriter() {
        return writer(err);
    }

    /// A message for the person or the log, one line, nothing in it that moves a terminal.
    void say(String message) {
        err.println("crossdock: " + PlainText.line(message));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
