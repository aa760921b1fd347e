package dev.crossdock.ftp;

import dev.crossdock.model.Server;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.model.TranscriptLine.Direction;

import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes down one control connection. The one place where secrets are masked.
final class Scribe {

    /// A transcript is for reading; a hostile line is not worth its memory.
    private static final int LONGEST = 2_000;

    private static final Pattern SECRET =
            Pattern.compile(
                    "\\s*(PASS|ACCT|SITE\\s+(PSWD|PASS|PASSWD|PASSWORD|CHPASS|SETPASS|NEWPASS)) ",
                    Pattern.CASE_INSENSITIVE);

    private final Server server;
    private final int number;
    private final Transcript transcript;

    /// @param number tells the control connections of one run apart
    Scribe(Server server, int number, Transcript transcript) {
        this.server = server;
        this.number = number;
        this.transcript = transcript;
    }

    void sent(String line) {
        add(Direction.SENT, masked(line));
    }

    void received(String line) {
        add(Direction.RECEIVED, line);
    }

    void note(String words) {
        add(Direction.NOTE, words);
    }

    int number() {
        return number;
    }

    private void add(Direction direction, String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        transcript.add(
                new TranscriptLine(Clock.systemUTC().instant(), server, number, direction, shown));
    }

    /// The command without what is secret in it.
    static String masked(String line) {
        Matcher secret = SECRET.matcher(line);
        return secret.lookingAt() ? secret.group() + "********" : line;
    }
}
