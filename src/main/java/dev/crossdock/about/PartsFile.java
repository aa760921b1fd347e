package dev.crossdock.about;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reads a list of parts in CycloneDX. Pure.
final class PartsFile {

    /// Where the build puts it.
    static final String PLACE = "/META-INF/sbom/crossdock.cdx.json";

    static final int MAX_BYTES = 4 << 20;
    private static final int MAX_LIBRARIES = 2_000;
    private static final int MAX_LICENCES = 20;
    private static final int MAX_WORD = 200;

    private static final JsonMapper MAPPER =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxDocumentLength(MAX_BYTES)
                                            .maxNestingDepth(32)
                                            .maxStringLength(256 << 10)
                                            .maxNameLength(256)
                                            .maxNumberLength(32)
                                            .build())
                            .build());

    private PartsFile() {}

    /// Never throws for what the bytes are.
    static Parts parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Parts.Unreadable("it is larger than 4 MiB");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (IOException e) {
            return new Parts.Unreadable("it is not valid JSON");
        }
        if (!root.path("bomFormat").asText().equals("CycloneDX")) {
            return new Parts.Unreadable("it is not in CycloneDX");
        }
        JsonNode components = root.path("components");
        if (components.size() > MAX_LIBRARIES) {
            return new Parts.Unreadable("it has more than 2,000 entries");
        }
        // A library that has a jar for each system is in it twice.
        var libraries = new TreeSet<Library>();
        components.forEach(component -> library(component).ifPresent(libraries::add));
        return libraries.isEmpty()
                ? new Parts.Unreadable("it is empty")
                : new Parts.Listed(List.copyOf(libraries));
    }

    /// Empty for an entry without a name.
    private static Optional<Library> library(JsonNode component) {
        String name = word(component.path("name"));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Library(
                                word(component.path("group")),
                                name,
                                word(component.path("version")),
                                licences(component.path("licenses"))));
    }

    private static List<String> licences(JsonNode choices) {
        var licences = new ArrayList<String>();
        for (JsonNode choice : choices) {
            String words = licence(choice);
            if (!words.isEmpty() && !licences.contains(words) && licences.size() < MAX_LICENCES) {
                licences.add(words);
            }
        }
        return licences;
    }

    private static String licence(JsonNode choice) {
        String expression = word(choice.path("expression"));
        if (!expression.isEmpty()) {
            return expression;
        }
        String id = word(choice.path("license").path("id"));
        return id.isEmpty() ? word(choice.path("license").path("name")) : id;
    }

    /// Text on one short line, whatever others wrote; empty for anything but text.
    private static String word(JsonNode node) {
        if (!node.isTextual()) {
            return "";
        }
        String line = node.textValue().replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_WORD
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_WORD)) + "…";
    }
}
