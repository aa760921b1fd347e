package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TlsMode;
import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.time.Instant;
import java.util.Optional;

/// Something learned in `servers.json`.
final class MemoShape implements Shape<Memo> {

    private enum About {
        CAPABILITY,
        ONLY_TLS12,
        ROUTE
    }

    private enum Finding {
        PROVEN,
        REFUTED
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "learned";
    }

    @Override
    public String words() {
        return "memories of servers";
    }

    @Override
    public Object key(Memo memo) {
        return memo.topic();
    }

    @Override
    public void write(Memo memo, ObjectNode into) {
        switch (memo.topic()) {
            case Topic.Skill(Endpoint server, Capability capability) -> {
                into.put("about", Fields.word(About.CAPABILITY));
                write(server, into.putObject("server"));
                into.put("capability", Fields.word(capability));
            }
            case Topic.OnlyTls12(Endpoint server) -> {
                into.put("about", Fields.word(About.ONLY_TLS12));
                write(server, into.putObject("server"));
            }
            case Topic.Way(Endpoint source, Endpoint target, Route route) -> {
                into.put("about", Fields.word(About.ROUTE));
                write(source, into.putObject("source"));
                write(target, into.putObject("target"));
                into.put("method", route.method().word());
                route.passive().ifPresent(side -> into.put("passive", side.word()));
                route.tlsClient().ifPresent(side -> into.put("tlsClient", side.word()));
            }
        }
        into.put("evidence", memo.evidence().word()).put("when", memo.when().toString());
        if (!memo.isProven()) {
            into.put("words", memo.words());
        }
    }

    @Override
    public Memo read(Fields fields) {
        Topic topic =
                switch (fields.choice("about", About.class)) {
                    case CAPABILITY ->
                            new Topic.Skill(
                                    endpoint(fields.object("server")),
                                    fields.choice("capability", Capability.class));
                    case ONLY_TLS12 -> new Topic.OnlyTls12(endpoint(fields.object("server")));
                    case ROUTE ->
                            new Topic.Way(
                                    endpoint(fields.object("source")),
                                    endpoint(fields.object("target")),
                                    route(fields));
                };
        Instant when = fields.instant("when");
        return new Memo(
                topic,
                switch (fields.choice("evidence", Finding.class)) {
                    case PROVEN -> new Evidence.Proven(when);
                    case REFUTED -> new Evidence.Refuted(fields.text("words"), when);
                });
    }

    private static void write(Endpoint server, ObjectNode into) {
        into.put("host", server.host())
                .put("port", server.port())
                .put("tls", Fields.word(server.tls()));
    }

    private static Endpoint endpoint(Fields fields) {
        return new Endpoint(
                fields.text("host"), fields.number("port"), fields.choice("tls", TlsMode.class));
    }

    private static Route route(Fields fields) {
        return new Route(
                fields.choice("method", Method.class),
                side(fields, "passive"),
                side(fields, "tlsClient"));
    }

    private static Optional<Side> side(Fields fields, String name) {
        return fields.optionalText(name).map(_ -> fields.choice(name, Side.class));
    }
}
