package dev.crossdock.cli;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Ladder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says that no file can travel between two servers, and why. Pure.
final class NoRoute {

    private NoRoute() {}

    static Failure failure(Ladder ladder, String source, String target) {
        // The same reason often holds for a method with either side passive.
        Map<String, List<String>> byReason =
                ladder.leftOut().stream()
                        .collect(
                                Collectors.groupingBy(
                                        out -> PlainText.line(out.reason()),
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                out -> out.route().method().label(),
                                                Collectors.toList())));
        String reasons =
                byReason.entrySet().stream()
                        .map(each ->
                                each.getValue().stream()
                                                .distinct()
                                                .collect(Collectors.joining(", "))
                                        + ": "
                                        + each.getKey())
                        .collect(Collectors.joining(" "));
        return Failure.of(
                Kind.NO_ROUTE,
                "",
                ("There is no route from " + source + " to " + target + ". " + reasons).strip(),
                Remedy.ASK_USER,
                "“crossdock probe” shows all routes; open one that is out, or allow it.");
    }
}
