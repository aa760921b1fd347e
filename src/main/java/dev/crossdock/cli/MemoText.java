package dev.crossdock.cli;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Route;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Topic;

import java.util.stream.Collectors;

/// Something learned in words. Pure.
final class MemoText {

    private MemoText() {}

    static String line(Memo memo) {
        String servers =
                memo.topic().servers().stream()
                        .map(MemoText::url)
                        .collect(Collectors.joining(" -> "));
        String what =
                switch (memo.topic()) {
                    case Topic.Skill(_, Capability capability) -> capability.label();
                    case Topic.OnlyTls12 _ -> "data connections only under TLS 1.2";
                    case Topic.Way(_, _, Route route) -> RouteText.of(route, "source", "target");
                };
        String words = memo.words().isEmpty() ? "" : ": " + memo.words();
        return PlainText.line(
                servers + "  " + what + "; " + memo.evidence().word() + " " + memo.when() + words);
    }

    /// As it may be given back to Crossdock.
    static String url(Endpoint server) {
        String host = server.host().replace("%", "%25");
        String place = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean usual = server.port() == server.tls().defaultPort();
        String scheme =
                switch (server.tls()) {
                    case EXPLICIT -> "ftpes";
                    case IMPLICIT -> "ftps-implicit";
                    case CLEAR -> "ftp";
                };
        return scheme + "://" + place + (usual ? "" : ":" + server.port());
    }
}
