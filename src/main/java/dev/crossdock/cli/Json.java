package dev.crossdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Controls;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.Side;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Topic;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// The objects that scripts read, one a line. Pure.
///
/// Every key is always there but `job`, which only files of the kept queue have, `bytes` and
/// `protection`, where they are not known, and `details`, where there are none.
final class Json {

    // ASCII alone: whole under every locale, and a raw byte of a name survives.
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    String file(FileReport report) {
        ObjectNode object = mapper.createObjectNode();
        report.job().ifPresent(job -> object.put("job", job.value()));
        object.put("source", report.source().url());
        object.put("target", report.target().map(Spot::url).orElse(null));
        report.bytes().ifPresent(bytes -> object.put("bytes", bytes));
        object.put("seconds", report.elapsed().toMillis() / 1000.0);
        report.route()
                .ifPresentOrElse(
                        route -> roles(object.putObject("route"), route),
                        () -> object.putNull("route"));
        report.protection().ifPresent(how -> object.put("protection", how.word()));
        object.put("verified", report.verified().word());
        object.put("outcome", report.outcome().word());
        report.failure()
                .ifPresentOrElse(
                        failure -> failure(object.putObject("failure"), failure),
                        () -> object.putNull("failure"));
        report.controls()
                .ifPresentOrElse(
                        controls -> controls(object.putObject("controls"), controls),
                        () -> object.putNull("controls"));
        object.put("note", report.note());
        return line(object);
    }

    String entry(Entry entry) {
        ObjectNode object = mapper.createObjectNode();
        object.put("name", entry.name());
        object.put("type", entry.kind().name().toLowerCase(Locale.ROOT));
        if (entry.size().isPresent()) {
            object.put("size", entry.size().getAsLong());
        } else {
            object.putNull("size");
        }
        object.put(
                "modified",
                entry.modified()
                        .map(when -> when.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
        object.put("permissions", entry.permissions().orElse(null));
        return line(object);
    }

    String probe(ProbeReport report) {
        ObjectNode object = mapper.createObjectNode();
        ArrayNode servers = object.putArray("servers");
        server(servers.addObject(), report.first(), report.firstFacts());
        server(servers.addObject(), report.second(), report.secondFacts());
        ObjectNode routes = object.putObject("routes");
        ladder(routes.putArray("forward"), report.forward());
        ladder(routes.putArray("backward"), report.backward());
        return line(object);
    }

    String memo(Memo memo) {
        ObjectNode object = mapper.createObjectNode();
        ArrayNode servers = object.putArray("servers");
        memo.topic().servers().forEach(server -> servers.add(MemoText.url(server)));
        switch (memo.topic()) {
            case Topic.Skill(_, Capability capability) ->
                    object.put("about", "capability")
                            .put("capability", capability.label())
                            .putNull("route");
            case Topic.OnlyTls12 _ ->
                    object.put("about", "only-tls12").putNull("capability").putNull("route");
            case Topic.Way(_, _, Route route) -> {
                object.put("about", "route").putNull("capability");
                roles(object.putObject("route"), route);
            }
        }
        object.put("evidence", memo.evidence().word());
        object.put("when", memo.when().toString());
        object.put("words", memo.words());
        return line(object);
    }

    private static void server(ObjectNode object, String place, ServerFacts facts) {
        object.put("place", place);
        ArrayNode capabilities = object.putArray("capabilities");
        for (Capability capability : Capability.values()) {
            capability(
                    capabilities.addObject(),
                    capability.label(),
                    Evidence.of(facts.capabilities(), capability).word(),
                    facts.capabilities().line(capability).orElse(null));
        }
        for (String line : facts.capabilities().unknown()) {
            capability(
                    capabilities.addObject(),
                    line.strip(),
                    new Evidence.Advertised(line).word(),
                    line);
        }
        facts.tls()
                .ifPresentOrElse(
                        tls -> tls(object.putObject("tls"), tls), () -> object.putNull("tls"));
        boolean known = facts.product() != ServerProduct.UNKNOWN;
        object.put("product", known ? facts.product().label() : null);
    }

    private static void capability(
            ObjectNode object, String name, String evidence, @Nullable String line) {
        object.put("name", name);
        object.put("evidence", evidence);
        object.put("line", line);
    }

    private static void tls(ObjectNode object, TlsFacts tls) {
        Certificate certificate = tls.certificate();
        object.put("protocol", tls.protocol());
        object.put("cipher", tls.cipherSuite());
        ObjectNode shown = object.putObject("certificate");
        shown.put("subject", certificate.subject());
        shown.put("issuer", certificate.issuer());
        shown.put("notBefore", certificate.notBefore().toString());
        shown.put("notAfter", certificate.notAfter().toString());
        ArrayNode names = shown.putArray("names");
        certificate.names().forEach(names::add);
        shown.put("sha256", certificate.sha256());
        shown.put("trustedByRoots", certificate.trustedByRoots());
    }

    private static void ladder(ArrayNode routes, Ladder ladder) {
        for (Ladder.Rung rung : ladder.usable()) {
            ObjectNode object = routes.addObject();
            roles(object, rung.route());
            object.put("usable", true);
            object.putNull("reason").putNull("advice");
            object.put("chosen", rung.route().equals(ladder.best().orElseThrow()));
            evidence(object, rung.evidence());
            ArrayNode caveats = object.putArray("caveats");
            rung.caveats().forEach(caveats::add);
        }
        for (Ladder.LeftOut leftOut : ladder.leftOut()) {
            ObjectNode object = routes.addObject();
            roles(object, leftOut.route());
            object.put("usable", false);
            object.put("reason", leftOut.reason());
            object.put("advice", leftOut.advice());
            object.put("chosen", false);
            object.putNull("evidence").putNull("when").putNull("words");
            object.putArray("caveats");
        }
    }

    private static void evidence(ObjectNode object, Evidence evidence) {
        object.put("evidence", evidence.word());
        switch (evidence) {
            case Evidence.Untried _ -> object.putNull("when").putNull("words");
            case Evidence.Advertised(String line) -> object.putNull("when").put("words", line);
            case Evidence.Proven(Instant when) ->
                    object.put("when", when.toString()).putNull("words");
            case Evidence.Refuted(String words, Instant when) ->
                    object.put("when", when.toString()).put("words", words);
        }
    }

    static void roles(ObjectNode object, Route route) {
        object.put("method", route.method().word());
        object.put("passive", word(route.passive()));
        object.put("tlsClient", word(route.tlsClient()));
    }

    private static void controls(ObjectNode object, Controls controls) {
        object.put("source", controls.source().isEmpty() ? null : controls.source());
        object.put("target", controls.target().isEmpty() ? null : controls.target());
    }

    static void failure(ObjectNode object, Failure failure) {
        object.put("kind", failure.kind().word());
        object.put("server", failure.server());
        object.put("message", failure.message());
        object.put("remedy", failure.advice());
        if (!failure.details().isEmpty()) {
            object.put("details", failure.details());
        }
    }

    /// A constant as scripts read it: `key-file`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String word(Optional<Side> side) {
        return side.map(Side::word).orElse(null);
    }

    String line(JsonNode object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
