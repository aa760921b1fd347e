package dev.crossdock.ui.transcript;

import dev.crossdock.model.TranscriptLine;
import dev.crossdock.ui.control.VisibleText;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A transcript line as text.
final class LineWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ZoneId zone;

    LineWords(ZoneId zone) {
        this.zone = zone;
    }

    String time(TranscriptLine line) {
        return TIME.format(line.when().atZone(zone));
    }

    /// `alpha #2`: the server and which of the connections to it.
    String who(TranscriptLine line) {
        return line.server().name() + " #" + line.connection();
    }

    String mark(TranscriptLine line) {
        return switch (line.direction()) {
            case SENT -> ">";
            case RECEIVED -> "<";
            case NOTE -> "\u2022";
        };
    }

    String text(TranscriptLine line) {
        return VisibleText.of(line.text().stripTrailing());
    }

    /// The whole line, to paste elsewhere.
    String plain(TranscriptLine line) {
        return time(line) + " " + who(line) + " " + mark(line) + " " + text(line);
    }
}
