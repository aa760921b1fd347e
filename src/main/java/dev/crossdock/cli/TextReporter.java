package dev.crossdock.cli;

import dev.crossdock.model.Outcome;

/// One line a file for people: what went well on standard output, what did not on standard error.
final class TextReporter implements Reporter {

    private final Streams streams;

    TextReporter(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void ended(FileReport report) {
        String files =
                report.source().shown()
                        + report.target().map(target -> " -> " + target.shown()).orElse("");
        switch (report.outcome()) {
            case Outcome.Done done -> DoneText.lines(files, done).forEach(this::print);
            case Outcome.Skipped(String reason) ->
                    print("skipped    " + files + "  " + PlainText.line(reason));
            case Outcome.Expanded(int count, _, _, _) ->
                    print("folder     " + files + "  " + count + " files");
            case Outcome.Failed(var failure) ->
                    say("failed     " + files + "  " + PlainText.line(failure.words()));
            case Outcome.Cancelled(String note) ->
                    say("cancelled  " + files + "  " + PlainText.line(note));
        }
    }

    private void print(String line) {
        streams.out().println(PlainText.name(line).stripTrailing());
        streams.out().flush();
    }

    private void say(String line) {
        streams.err().println(PlainText.name(line).stripTrailing());
        streams.err().flush();
    }
}
