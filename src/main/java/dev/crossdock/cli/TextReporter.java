package dev.crossdock.cli;

import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Verification;

import java.time.Duration;
import java.util.Locale;

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
            case Outcome.Done done ->
                    print(
                            "done       "
                                    + files
                                    + "  "
                                    + Amount.bytes(done.bytes())
                                    + " in "
                                    + seconds(done.elapsed())
                                    + ", "
                                    + protection(done.protection(), done.route())
                                    + ", "
                                    + verified(done.verified()));
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

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }

    private static String protection(Protection protection, Route route) {
        String method = route.method().label();
        return switch (protection) {
            case TLS ->
                    route.method() == Method.LOCAL
                            ? "TLS"
                            : "TLS from server to server by " + method;
            case RELAYED_TLS -> "TLS through this computer";
            case CLEAR -> "NOT ENCRYPTED";
            case NONE -> "nothing sent";
        };
    }

    private static String verified(Verification verified) {
        return switch (verified) {
            case NO -> "not verified";
            case SIZE -> "size verified";
            case CRC32, MD5, SHA1, SHA256, SHA512 -> verified.word() + " verified";
        };
    }
}
