package dev.crossdock.cli;

import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file that arrived, for people: one line, and more only where something is worth it. Pure.
final class DoneText {

    private static final String NEXT_LINE = "           ";

    private DoneText() {}

    /// @param files from where to where
    static List<String> lines(String files, Outcome.Done done) {
        var lines = new ArrayList<String>();
        lines.add(
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
        done.note()
                .lines()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(NEXT_LINE + "sent again: " + line));
        if (done.route().method() != Method.LOCAL) {
            clearControl(lines, "source", done.controls().source());
            clearControl(lines, "target", done.controls().target());
        }
        return lines;
    }

    private static void clearControl(List<String> lines, String side, String protection) {
        if (protection.isEmpty()) {
            lines.add(NEXT_LINE + "the control connection of the " + side + " was NOT ENCRYPTED");
        }
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
