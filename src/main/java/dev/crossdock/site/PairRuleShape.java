package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.TlsMode;
import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.util.List;

/// A rule in `pairs.json`. What is missing is not allowed.
final class PairRuleShape implements Shape<PairRule> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "pairs";
    }

    @Override
    public String words() {
        return "rules for transfers";
    }

    @Override
    public Object key(PairRule rule) {
        return List.of(rule.one(), rule.other());
    }

    @Override
    public void write(PairRule rule, ObjectNode into) {
        write(rule.one(), into.putObject("one"));
        write(rule.other(), into.putObject("other"));
        rule.method().ifPresent(only -> into.put("method", only.word()));
        into.put("relay", answer(rule.allowRelay()));
        into.put("clear", answer(rule.allowClear()));
        into.put("hash", Fields.word(rule.hash()));
    }

    @Override
    public PairRule read(Fields fields) {
        return new PairRule(
                endpoint(fields.object("one")),
                endpoint(fields.object("other")),
                fields.optionalText("method").map(PairRuleShape::method),
                isAllowed(fields, "relay"),
                isAllowed(fields, "clear"),
                fields.choice("hash", HashRule.class));
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

    private static String answer(boolean allowed) {
        return allowed ? "allowed" : "refused";
    }

    private static boolean isAllowed(Fields fields, String name) {
        return fields.optionalText(name).filter(answer(true)::equals).isPresent();
    }

    private static Method method(String word) {
        return Method.ofWord(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no method “" + word + "”."));
    }
}
