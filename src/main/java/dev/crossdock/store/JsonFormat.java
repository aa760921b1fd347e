package dev.crossdock.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes to a tree and back, within bounds that no honest file of ours comes near.
public final class JsonFormat {

    public static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 64 << 10;

    private final int version;
    private final String list;
    private final boolean exact;
    private final JsonMapper mapper = mapper();

    /// @param version what this Crossdock writes; it reads this one and older ones
    /// @param list the name of the array that each file has
    public JsonFormat(int version, String list) {
        this(version, list, false);
    }

    private JsonFormat(int version, String list, boolean exact) {
        this.version = version;
        this.list = list;
        this.exact = exact;
    }

    /// Takes a file only if each byte is as it writes it, for what nobody should edit by hand.
    public static JsonFormat exact(int version, String list) {
        return new JsonFormat(version, list, true);
    }

    /// Never throws for what the bytes are.
    public Content parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Content.Bad("it is larger than 16 MiB");
        }
        try {
            Content content = checked(mapper.readTree(bytes));
            return exact && !isOurs(content, bytes)
                    ? new Content.Bad("it is not as Crossdock wrote it")
                    : content;
        } catch (StreamConstraintsException e) {
            return new Content.Bad("it is nested too deep or holds a value that is too long");
        } catch (JsonProcessingException e) {
            return new Content.Bad("it is not valid JSON" + place(e));
        } catch (IOException e) {
            return new Content.Bad("it is not text in UTF-8");
        }
    }

    /// An empty tree with the version in it.
    public ObjectNode root() {
        return mapper.createObjectNode().put("version", version);
    }

    public byte[] bytes(ObjectNode root) throws IOException {
        // Through a String, since a stream of bytes refuses the lone surrogates in odd file names.
        byte[] bytes = (mapper.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it would be larger than 16 MiB");
        }
        return bytes;
    }

    private Content checked(JsonNode tree) {
        if (!(tree instanceof ObjectNode root)) {
            return new Content.Bad("it is not a JSON object");
        }
        JsonNode found = root.path("version");
        if (!found.isIntegralNumber() || found.bigIntegerValue().signum() <= 0) {
            return new Content.Bad("it has no version in it");
        }
        if (!found.canConvertToInt() || found.intValue() > version) {
            return new Content.Bad("a newer Crossdock wrote it (version " + found.asText() + ")");
        }
        if (!root.path(list).isArray()) {
            return new Content.Bad("it has no list of " + list + " in it");
        }
        return new Content.Good(root);
    }

    private boolean isOurs(Content content, byte[] bytes) throws IOException {
        return !(content instanceof Content.Good(ObjectNode root))
                || Arrays.equals(bytes, bytes(root));
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxDocumentLength(MAX_BYTES)
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxStringLength(MAX_STRING)
                                        .maxNameLength(256)
                                        .maxNumberLength(32)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }
}
