package dev.crossdock.cli;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The routes of one direction for people: the one that will be taken first. Pure.
///
/// @param zone of the dates
record LadderText(String source, String target, ZoneId zone) {

    private static final String NEXT_LINE = "           ";

    List<String> lines(Ladder ladder) {
        var lines = new ArrayList<String>();
        lines.add(source + " -> " + target);
        if (ladder.usable().isEmpty()) {
            lines.add("  no route");
        }
        for (Ladder.Rung rung : ladder.usable()) {
            if (lines.size() == 1) {
                chosen(lines, rung);
            } else {
                lines.add("  or       " + RouteText.of(rung.route(), source, target));
                lines.add(NEXT_LINE + evidence(rung.evidence()));
            }
        }
        for (Ladder.LeftOut leftOut : ladder.leftOut()) {
            lines.add("  out      " + RouteText.of(leftOut.route(), source, target));
            lines.add(NEXT_LINE + PlainText.line(leftOut.reason()));
        }
        for (String advice : ladder.advices()) {
            lines.add("  open     " + PlainText.line(advice));
        }
        return lines;
    }

    private void chosen(List<String> lines, Ladder.Rung rung) {
        lines.add("  taken    " + RouteText.sentence(rung.route(), source, target));
        lines.add(NEXT_LINE + evidence(rung.evidence()));
        for (String caveat : rung.caveats()) {
            lines.add("  mind     " + PlainText.line(caveat));
        }
    }

    private String evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Untried _ -> "It was not tried yet.";
            case Evidence.Advertised _ -> "The TLS client says it can; it was not tried yet.";
            case Evidence.Proven(var when) -> "It worked on " + day(when) + ".";
            case Evidence.Refuted(var words, var when) ->
                    "It did not work on %s: %s; it will be tried again."
                            .formatted(day(when), PlainText.line(words).replaceFirst("\\.$", ""));
        };
    }

    private String day(Instant when) {
        return when.atZone(zone).toLocalDate().toString();
    }
}
