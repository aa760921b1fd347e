package dev.crossdock.ui.report;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Topic;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.route.RouteWords;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the report; what tells who somebody is does not get in. Pure.
final class ReportText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final ReportFacts facts;
    private final Redaction redaction = new Redaction();
    private final List<String> lines = new ArrayList<>();

    private ReportText(ReportFacts facts) {
        this.facts = facts;
    }

    static String of(ReportFacts facts) {
        var text = new ReportText(facts);
        text.learn();
        // The first time only teaches: a name may be met before it is known to be one.
        text.write();
        text.lines.clear();
        text.write();
        return String.join("\n", text.lines) + "\n";
    }

    private void learn() {
        Stream.concat(
                        Stream.of(facts.left(), facts.right())
                                .flatMap(Optional::stream)
                                .map(ServerFacts::server),
                        Stream.concat(
                                facts.sites().stream().map(site -> site.server()),
                                facts.lines().stream().map(TranscriptLine::server)))
                .filter(server -> !server.isLocal())
                .distinct()
                .forEach(this::learn);
        redaction.label(Redaction.Kind.USER, facts.machine().user());
        redaction.path(facts.machine().home());
    }

    private void learn(Server server) {
        redaction.host(server.host());
        server.options().others().forEach(other -> redaction.host(other.host()));
        server.options().proxy().ifPresent(this::learn);
        redaction.label(Redaction.Kind.USER, server.user());
        redaction.label(Redaction.Kind.SITE, server.name());
    }

    private void learn(ProxyServer proxy) {
        redaction.host(proxy.address().host());
        if (!proxy.user().isEmpty()) {
            redaction.label(Redaction.Kind.USER, proxy.user());
        }
    }

    private void write() {
        lines.add(Strings.text("report.head"));
        lines.add(facts.now().truncatedTo(ChronoUnit.SECONDS).toString());
        lines.add(Strings.text("report.struck"));
        title("report.versions");
        facts.machine().versions().forEach(each -> fact(each.name(), each.words()));
        title("report.left");
        server(facts.left());
        title("report.right");
        server(facts.right());
        title("report.toRight");
        routes(facts.toRight(), facts.left(), facts.right());
        title("report.toLeft");
        routes(facts.toLeft(), facts.right(), facts.left());
        title("report.learned");
        learned();
        title("report.settings");
        settings();
        title("report.numbers");
        numbers();
        title("report.transcript");
        transcript();
    }

    private void server(Optional<ServerFacts> found) {
        if (found.isEmpty()) {
            lines.add(Strings.text("report.notConnected"));
            return;
        }
        ServerFacts known = found.get();
        Server server = known.server();
        if (server.isLocal()) {
            lines.add(Strings.text("report.local"));
            return;
        }
        fact("Server", host(server) + ":" + server.port());
        fact("TLS wanted", word(server.tls()));
        fact("TLS", known.tls().map(this::tls).orElse("none"));
        fact("Product", known.product().label());
        fact("Address", redaction.text(known.peerAddress()));
        fact(
                "Can",
                known.capabilities().lines().keySet().stream()
                        .sorted()
                        .map(each -> each.label())
                        .collect(Collectors.joining(", ")));
        fact("Facts", String.join(";", known.capabilities().mlstFacts()));
        fact("Hashes", String.join(", ", known.capabilities().hashes()));
        known.capabilities().unknown().forEach(line -> fact("FEAT", redaction.text(line.strip())));
        fact("Login folder", redaction.path(known.home().value()));
        options(server);
    }

    private void options(Server server) {
        var options = server.options();
        fact("Charset", options.charset());
        fact("Time offset", options.timeOffset().toString());
        fact("Other addresses", Integer.toString(options.others().size()));
        fact("Proxy", options.proxy().isPresent() ? "yes" : "no");
        fact("Commands after login", Integer.toString(options.afterLogin().size()));
        fact("Keep alive", options.keepAlive().toString());
    }

    private String tls(TlsFacts tls) {
        var certificate = tls.certificate();
        return "%s, %s, certificate %s to %s, %s"
                .formatted(
                        tls.protocol(),
                        tls.cipherSuite(),
                        day(certificate.notBefore()),
                        day(certificate.notAfter()),
                        certificate.trustedByRoots() ? "trusted by roots" : "accepted by the user");
    }

    private void routes(
            Optional<Ladder> ladder, Optional<ServerFacts> source, Optional<ServerFacts> target) {
        if (ladder.isEmpty() || source.isEmpty() || target.isEmpty()) {
            lines.add(Strings.text("report.notConnected"));
            return;
        }
        String from = host(source.get().server());
        String to = host(target.get().server());
        int place = 1;
        for (Ladder.Rung rung : ladder.get().usable()) {
            lines.add("  %d. %s".formatted(place++, RouteWords.full(rung.route(), from, to)));
            lines.add("     " + evidence(rung.evidence()));
            rung.caveats().forEach(caveat -> lines.add("     " + redaction.text(caveat)));
        }
        for (Ladder.LeftOut out : ladder.get().leftOut()) {
            lines.add(
                    "  - %s: %s %s"
                            .formatted(
                                    role(out.route(), from, to),
                                    redaction.text(out.reason()),
                                    redaction.text(out.advice()))
                            .stripTrailing());
        }
    }

    private static String role(Route route, String from, String to) {
        return RouteWords.brief(route, from, to);
    }

    private String evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Untried _ -> "untried";
            case Evidence.Advertised(String line) -> "advertised: " + redaction.text(line.strip());
            case Evidence.Proven(Instant when) -> "worked on " + day(when);
            case Evidence.Refuted(String words, Instant when) ->
                    "did not work on " + day(when) + ": " + redaction.text(words.strip());
        };
    }

    /// Of the two servers only: others are no part of the question.
    private void learned() {
        Set<Endpoint> ours =
                Stream.of(facts.left(), facts.right())
                        .flatMap(Optional::stream)
                        .map(ServerFacts::server)
                        .filter(server -> !server.isLocal())
                        .map(Endpoint::of)
                        .collect(Collectors.toSet());
        List<Memo> memos =
                facts.memos().stream()
                        .filter(memo -> ours.containsAll(memo.topic().servers()))
                        .toList();
        memos.forEach(
                memo -> lines.add("  " + topic(memo.topic()) + ": " + evidence(memo.evidence())));
        if (memos.isEmpty()) {
            lines.add(Strings.text("report.nothing"));
        }
    }

    private String topic(Topic topic) {
        return switch (topic) {
            case Topic.Skill(Endpoint server, var capability) ->
                    place(server) + " " + capability.label();
            case Topic.OnlyTls12(Endpoint server) -> place(server) + " TLS 1.2 only";
            case Topic.Way(Endpoint source, Endpoint target, Route route) ->
                    RouteWords.full(route, place(source), place(target));
        };
    }

    private String place(Endpoint server) {
        return redaction.host(server.host()) + ":" + server.port();
    }

    private void settings() {
        List<TransferSettings.Part> parts = facts.settings().unlike(TransferSettings.usual());
        parts.forEach(part -> lines.add("  " + words(part)));
        if (parts.isEmpty()) {
            lines.add(Strings.text("report.usual"));
        }
    }

    /// Patterns may be names; they are only counted.
    private static String words(TransferSettings.Part part) {
        return switch (part) {
            case TransferSettings.Exists it ->
                    "Existing files: up %s, down %s, between %s"
                            .formatted(
                                    it.upload().word(), it.download().word(), it.between().word());
            case TransferSettings.Copies it ->
                    "Copies: keep times %s, roll back %d".formatted(it.keepTimes(), it.rollBack());
            case TransferSettings.Skips it ->
                    "Skipped: %d patterns everywhere, more for %d sites"
                            .formatted(it.everywhere().size(), it.bySite().size());
            case TransferSettings.Order it ->
                    "First of a folder: %d patterns".formatted(it.first().size());
            case TransferSettings.Retry it ->
                    "Tries: %d, %s to %s".formatted(it.tries(), it.firstDelay(), it.longestDelay());
            case TransferSettings.Slots it ->
                    "At once: %d between two, %d in all, limits for %d sites"
                            .formatted(it.betweenTwo(), it.inAll(), it.bySite().size());
            case TransferSettings.Locking it -> "Vault locks after: " + it.afterIdle();
            case TransferSettings.NewVersions it -> "Looks for newer versions: " + it.lookWeekly();
            case TransferSettings.Then it -> "When done: " + word(it.action());
        };
    }

    private void numbers() {
        var queue = facts.queue();
        fact("Saved sites", Integer.toString(facts.sites().size()));
        fact("Trusted certificates", Integer.toString(facts.certificates()));
        fact(
                "Jobs",
                "%d running, %d waiting, %d paused, %d failed, %d ended"
                        .formatted(
                                queue.running(),
                                queue.waiting(),
                                queue.paused(),
                                queue.failed(),
                                queue.ended()));
        fact("Queue", word(queue.hold()));
        queue.trouble().ifPresent(words -> fact("Trouble", redaction.text(words)));
        fact(
                "Vault",
                word(facts.vault().state())
                        + facts.vault().protection().map(by -> ", by " + word(by)).orElse(""));
    }

    private void transcript() {
        var redacted = new LineRedaction(redaction);
        for (TranscriptLine line : facts.lines()) {
            String mark =
                    switch (line.direction()) {
                        case SENT -> ">";
                        case RECEIVED -> "<";
                        case NOTE -> "*";
                    };
            String words =
                    redacted.of(line)
                            .lines()
                            .map(VisibleText::of)
                            .collect(Collectors.joining("\n      "));
            lines.add(
                    "  %s %s #%d %s %s"
                            .formatted(
                                    TIME.format(line.when()),
                                    host(line.server()),
                                    line.connection(),
                                    mark,
                                    words));
        }
        if (facts.lines().isEmpty()) {
            lines.add(Strings.text("report.nothing"));
        }
    }

    private String host(Server server) {
        return server.isLocal()
                ? Strings.text("report.local").strip()
                : redaction.host(server.host());
    }

    private void title(String key) {
        lines.add("");
        lines.add("== " + Strings.text(key));
    }

    private void fact(String name, String words) {
        if (!words.isEmpty()) {
            lines.add("  " + name + ": " + words);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String day(Instant when) {
        return when.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
