package dev.crossdock.cli;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        leftOut(ladder)
                .forEach((reason, routes) -> {
                    routes.forEach(route ->
                            lines.add("  out      " + RouteText.of(route, source, target)));
                    lines.add(NEXT_LINE + PlainText.line(reason));
                });
        for (String advice : ladder.advices()) {
            lines.add("  open     " + PlainText.line(advice));
        }
        return lines;
    }

    /// The routes that one reason keeps out stand together.
    private static Map<String, List<Route>> leftOut(Ladder ladder) {
        return ladder.leftOut().stream()
                .collect(
                        Collectors.groupingBy(
                                Ladder.LeftOut::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(Ladder.LeftOut::route, Collectors.toList())));
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
