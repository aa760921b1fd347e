package dev.crossdock.instance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the lines mean: requests and answers to bytes and back, within bounds.
final class Wire {

    static final int VERSION = 1;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 1 << 20;

    /// A line of nothing but `{},{},` would grow a hundred times in memory.
    private static final int MAX_TOKENS = 500_000;

    private static final int MAX_COMMAND = 64;

    private final JsonMapper mapper = mapper();

    /// What came in.
    sealed interface Incoming {}

    record Request(JsonNode id, String command, ObjectNode arguments) implements Incoming {}

    /// Not a request; the sender is told why.
    record Bad(JsonNode id, InstanceException.Kind kind, String message) implements Incoming {}

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    byte[] request(long id, String command, ObjectNode arguments) throws IOException {
        ObjectNode request = object().put("v", VERSION).put("id", id).put("command", command);
        return bytes(request.set("arguments", arguments))
                .orElseThrow(() ->
                        new InstanceException(
                                InstanceException.Kind.USAGE, "The request is longer than 8 MiB."));
    }

    byte[] answer(JsonNode id, JsonNode answer) throws IOException {
        ObjectNode response = object().set("id", id);
        Optional<byte[]> bytes = bytes(response.set("answer", answer));
        return bytes.isPresent()
                ? bytes.get()
                : error(id, InstanceException.Kind.FAILED, "The answer is longer than 8 MiB.");
    }

    byte[] error(JsonNode id, InstanceException.Kind kind, String message) throws IOException {
        ObjectNode response = object().set("id", id);
        response.putObject("error").put("kind", kind.word()).put("message", message);
        return mapper.writeValueAsString(response).getBytes(StandardCharsets.US_ASCII);
    }

    /// Never throws for what the bytes are.
    Incoming read(byte[] line) {
        try {
            return checked(mapper.readTree(line));
        } catch (StreamConstraintsException e) {
            return bad(NullNode.instance, "is nested too deep or holds too much");
        } catch (JsonProcessingException e) {
            return bad(NullNode.instance, "is not valid JSON");
        } catch (IOException e) {
            return bad(NullNode.instance, "is not text in UTF-8");
        }
    }

    /// What was answered to the request with that id.
    JsonNode outcome(byte[] line, long id) throws IOException {
        JsonNode response = response(line);
        JsonNode error = response.path("error");
        if (error.isObject()) {
            // May come without an id, when the other side could not even read the request.
            throw new InstanceException(
                    InstanceException.Kind.of(error.path("kind").asText()),
                    error.path("message").asText());
        }
        JsonNode answer = response.path("answer");
        if (answer.isMissingNode() || response.path("id").asLong(-1) != id) {
            throw new IOException("it answered something else than was asked");
        }
        return answer;
    }

    private JsonNode response(byte[] line) throws IOException {
        try {
            return mapper.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("its answer is not valid JSON", e);
        }
    }

    private static Incoming checked(JsonNode tree) {
        if (!(tree instanceof ObjectNode request)) {
            return bad(NullNode.instance, "is not a JSON object");
        }
        JsonNode id = request.path("id");
        if (!id.isLong() && !id.isInt()) {
            return bad(NullNode.instance, "has no whole number as its id");
        }
        JsonNode version = request.path("v");
        if (!version.isInt() || version.intValue() != VERSION) {
            return new Bad(
                    id,
                    InstanceException.Kind.VERSION,
                    "The running Crossdock is of another version. Close it, or use the same one.");
        }
        String command = request.path("command").asText();
        if (command.isBlank() || command.length() > MAX_COMMAND) {
            return bad(id, "has no command");
        }
        JsonNode arguments = request.path("arguments");
        return arguments instanceof ObjectNode object
                ? new Request(id, command, object)
                : bad(id, "has no object with arguments");
    }

    private static Bad bad(JsonNode id, String why) {
        return new Bad(id, InstanceException.Kind.USAGE, "The request " + why + ".");
    }

    /// Nothing if it would be too long for a line.
    private Optional<byte[]> bytes(JsonNode tree) throws IOException {
        // Through a String, since a stream of bytes refuses the lone surrogates in odd file names.
        String text = mapper.writeValueAsString(tree);
        return text.length() > Lines.MAX
                ? Optional.empty()
                : Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxDocumentLength(Lines.MAX)
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxStringLength(MAX_STRING)
                                        .maxTokenCount(MAX_TOKENS)
                                        .maxNameLength(256)
                                        .maxNumberLength(32)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
