package dev.crossdock.ui.route;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Route;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import java.time.Instant;
import java.time.ZoneId;

/// How sure it is that a route works, in words.
///
/// @param zone of the dates
record EvidenceWords(ZoneId zone) {

    /// `worked on 2026-11-20`.
    String brief(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Untried _, Evidence.Advertised _ ->
                    Strings.text("evidence.brief.untried");
            case Evidence.Proven(var when) -> Strings.text("evidence.brief.proven", day(when));
            case Evidence.Refuted(_, var when) -> Strings.text("evidence.brief.refuted", day(when));
        };
    }

    String full(Evidence evidence, Route route, String source, String target) {
        return switch (evidence) {
            case Evidence.Untried _ -> Strings.text("evidence.untried");
            case Evidence.Advertised _ ->
                    Strings.text(
                            "evidence.advertised",
                            RouteWords.tlsClient(route, source, target),
                            route.method().label());
            case Evidence.Proven(var when) -> Strings.text("evidence.proven", day(when));
            case Evidence.Refuted(var words, var when) ->
                    Strings.text("evidence.refuted", day(when), VisibleText.of(words.strip()));
        };
    }

    private String day(Instant when) {
        return when.atZone(zone).toLocalDate().toString();
    }
}
