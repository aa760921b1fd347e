package dev.crossdock.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.SiteId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Keeps [WindowMemory] in a small JSON file. Losing it is a nuisance, never a reason not to start.
final class WindowMemoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemoryFile.class);
    private static final int VERSION = 1;

    private final Path file;
    private final ObjectMapper json = new ObjectMapper();

    WindowMemoryFile(Path file) {
        this.file = file;
    }

    /// What was remembered; a file that makes no sense is set aside.
    WindowMemory read() {
        if (!Files.exists(file)) {
            return WindowMemory.FRESH;
        }
        try {
            JsonNode root = json.readTree(Files.readString(file));
            if (root.path("version").asInt() != VERSION) {
                throw new IOException("not a version this program knows");
            }
            return memory(root);
        } catch (IOException | IllegalArgumentException e) {
            setAside(e);
            return WindowMemory.FRESH;
        }
    }

    void write(WindowMemory memory) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    fresh, json.writerWithDefaultPrettyPrinter().writeValueAsString(tree(memory)));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The window's state could not be saved to {}.", file, e);
        }
    }

    private void setAside(Exception why) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOG.warn(
                "The window's state in {} cannot be read ({}); it is kept as {}.",
                file,
                why.getMessage(),
                aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It could not be set aside.", e);
        }
    }

    private static WindowMemory memory(JsonNode root) {
        JsonNode window = root.path("window");
        JsonNode dividers = root.path("dividers");
        WindowMemory.Dividers usual = WindowMemory.FRESH.dividers();
        return new WindowMemory(
                bounds(window),
                window.path("maximized").asBoolean(),
                new WindowMemory.Dividers(
                        dividers.path("panes").asDouble(usual.panes()),
                        dividers.path("bottom").asDouble(usual.bottom())),
                bounds(root.path("sites")),
                text(root, "look").map(Look::valueOf),
                text(root, "limit").map(WindowMemoryFile::rate),
                text(root, "left").map(SiteId::new),
                text(root, "right").map(SiteId::new));
    }

    private ObjectNode tree(WindowMemory memory) {
        ObjectNode root = json.createObjectNode();
        root.put("version", VERSION);
        ObjectNode window = root.putObject("window");
        memory.bounds().ifPresent(bounds -> put(window, bounds));
        window.put("maximized", memory.maximized());
        ObjectNode dividers = root.putObject("dividers");
        dividers.put("panes", memory.dividers().panes());
        dividers.put("bottom", memory.dividers().bottom());
        memory.sites().ifPresent(bounds -> put(root.putObject("sites"), bounds));
        memory.look().ifPresent(look -> root.put("look", look.name()));
        memory.limit().ifPresent(rate -> root.put("limit", rate.word()));
        memory.left().ifPresent(site -> root.put("left", site.value()));
        memory.right().ifPresent(site -> root.put("right", site.value()));
        return root;
    }

    private static Optional<WindowMemory.Bounds> bounds(JsonNode window) {
        return window.has("width")
                ? Optional.of(
                        new WindowMemory.Bounds(
                                window.path("x").asDouble(),
                                window.path("y").asDouble(),
                                window.path("width").asDouble(),
                                window.path("height").asDouble()))
                : Optional.empty();
    }

    private static void put(ObjectNode window, WindowMemory.Bounds bounds) {
        window.put("x", bounds.x());
        window.put("y", bounds.y());
        window.put("width", bounds.width());
        window.put("height", bounds.height());
    }

    private static ByteRate rate(String word) {
        return ByteRate.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("not a speed: " + word));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }
}
