package dev.crossdock.ui.memory;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Route;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Topic;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.route.RouteWords;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/// Something learned as text.
final class MemoWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;

    MemoWords(ZoneId zone) {
        this.zone = zone;
    }

    /// One server, or source and target.
    String servers(Memo memo) {
        return memo.topic().servers().stream()
                .map(MemoWords::name)
                .collect(Collectors.joining(" → "));
    }

    String what(Memo memo) {
        return switch (memo.topic()) {
            case Topic.Skill(_, Capability capability) -> capability.label();
            case Topic.OnlyTls12 _ -> Strings.text("memory.onlyTls12");
            case Topic.Way(Endpoint source, Endpoint target, Route route) ->
                    RouteWords.brief(route, name(source), name(target));
        };
    }

    /// For a tooltip.
    String fully(Memo memo) {
        return switch (memo.topic()) {
            case Topic.Skill(Endpoint server, Capability capability) ->
                    Strings.text(
                            memo.evidence() instanceof Evidence.Proven
                                    ? "memory.can"
                                    : "memory.cannot",
                            name(server),
                            capability.label());
            case Topic.OnlyTls12(Endpoint server) ->
                    Strings.text("memory.onlyTls12.full", name(server));
            case Topic.Way(Endpoint source, Endpoint target, Route route) ->
                    RouteWords.full(route, name(source), name(target));
        };
    }

    String state(Memo memo) {
        return Strings.text("memory.state." + memo.evidence().word());
    }

    String when(Memo memo) {
        return WHEN.format(memo.when().atZone(zone));
    }

    String said(Memo memo) {
        return VisibleText.of(memo.words());
    }

    private static String name(Endpoint server) {
        boolean usual = server.port() == server.tls().defaultPort();
        return VisibleText.of(usual ? server.host() : server.address());
    }
}
