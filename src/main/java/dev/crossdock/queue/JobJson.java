package dev.crossdock.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Controls;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;

import java.time.Duration;
import java.util.Optional;

/// Outcomes and policies as text in the queue's file. What a later Crossdock may add is left out of
/// what is read; what is missing is refused.
final class JobJson {

    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    String write(Outcome outcome) {
        ObjectNode node = mapper.createObjectNode();
        switch (outcome) {
            case Outcome.Done done -> write(done, node.put("how", "done"));
            case Outcome.Expanded(int files, int folders, int leftOut, String note) ->
                    node.put("how", "expanded")
                            .put("files", files)
                            .put("folders", folders)
                            .put("leftOut", leftOut)
                            .put("note", note);
            case Outcome.Skipped(String reason) -> node.put("how", "skipped").put("reason", reason);
            case Outcome.Failed(Failure failure) -> write(failure, node.put("how", "failed"));
            case Outcome.Cancelled(String note) -> node.put("how", "cancelled").put("note", note);
        }
        return text(node);
    }

    /// @throws IllegalArgumentException if it is no outcome
    Outcome outcome(String text) {
        JsonNode node = tree(text);
        return switch (word(node, "how")) {
            case "done" -> done(node);
            case "expanded" ->
                    new Outcome.Expanded(
                            number(node, "files"),
                            number(node, "folders"),
                            number(node, "leftOut"),
                            word(node, "note"));
            case "skipped" -> new Outcome.Skipped(word(node, "reason"));
            case "failed" ->
                    new Outcome.Failed(
                            new Failure(
                                    Failure.Kind.valueOf(word(node, "kind")),
                                    word(node, "server"),
                                    word(node, "message"),
                                    Failure.Remedy.valueOf(word(node, "remedy")),
                                    word(node, "advice"),
                                    word(node, "details")));
            case "cancelled" -> new Outcome.Cancelled(word(node, "note"));
            default -> throw new IllegalArgumentException("no such outcome: " + text);
        };
    }

    String write(TransferPolicy policy) {
        ObjectNode node = mapper.createObjectNode();
        write(policy, node);
        return text(node);
    }

    static void write(TransferPolicy policy, ObjectNode node) {
        policy.method().ifPresent(method -> node.put("method", method.name()));
        policy.passive().ifPresent(side -> node.put("passive", side.name()));
        node.put("relay", policy.allowRelay())
                .put("clear", policy.allowClear())
                .put("exists", policy.exists().name())
                .put("hash", policy.hash().name())
                .put("keepTimes", policy.keepTimes())
                .put("rollBack", policy.rollBack());
    }

    /// @throws IllegalArgumentException if it is no policy
    TransferPolicy policy(String text) {
        return policy(tree(text));
    }

    static TransferPolicy policy(JsonNode node) {
        return new TransferPolicy(
                optional(node, "method").map(Method::valueOf),
                optional(node, "passive").map(Side::valueOf),
                node.path("relay").asBoolean(),
                node.path("clear").asBoolean(),
                ExistsRule.valueOf(word(node, "exists")),
                HashRule.valueOf(word(node, "hash")),
                node.path("keepTimes").asBoolean(),
                node.path("rollBack").asLong());
    }

    String write(Route route) {
        ObjectNode node = mapper.createObjectNode();
        write(route, node);
        return text(node);
    }

    /// @throws IllegalArgumentException if it is no route
    Route route(String text) {
        return route(tree(text));
    }

    private static void write(Route route, ObjectNode node) {
        node.put("method", route.method().name());
        route.passive().ifPresent(side -> node.put("passive", side.name()));
        route.tlsClient().ifPresent(side -> node.put("tlsClient", side.name()));
    }

    private static Route route(JsonNode node) {
        return new Route(
                Method.valueOf(word(node, "method")),
                optional(node, "passive").map(Side::valueOf),
                optional(node, "tlsClient").map(Side::valueOf));
    }

    private static void write(Outcome.Done done, ObjectNode node) {
        node.put("bytes", done.bytes()).put("millis", done.elapsed().toMillis());
        write(done.route(), node);
        node.put("protection", done.protection().name())
                .put("verified", done.verified().name())
                .put("target", done.target().value())
                .put("sourceControl", done.controls().source())
                .put("targetControl", done.controls().target())
                .put("note", done.note());
    }

    private static Outcome done(JsonNode node) {
        return new Outcome.Done(
                node.path("bytes").asLong(),
                Duration.ofMillis(node.path("millis").asLong()),
                route(node),
                Protection.valueOf(word(node, "protection")),
                Verification.valueOf(word(node, "verified")),
                RemotePath.of(word(node, "target")),
                new Controls(word(node, "sourceControl"), word(node, "targetControl")),
                word(node, "note"));
    }

    private static void write(Failure failure, ObjectNode node) {
        node.put("kind", failure.kind().name())
                .put("server", failure.server())
                .put("message", failure.message())
                .put("remedy", failure.remedy().name())
                .put("advice", failure.advice())
                .put("details", failure.details());
    }

    static String word(JsonNode node, String name) {
        return optional(node, name)
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + node));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static int number(JsonNode node, String name) {
        return node.path(name).asInt();
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not JSON: " + text, broken);
        }
    }

    private String text(ObjectNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
