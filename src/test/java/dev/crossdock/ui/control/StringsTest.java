package dev.crossdock.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class StringsTest {

    private static final Path WORDS =
            Path.of("src/main/resources/dev/crossdock/ui/strings.properties");
    private static final Path SOURCES = Path.of("src/main/java/dev/crossdock/ui");

    @Test
    void valuesTakeTheirPlacesAndApostrophesStay() {
        assertEquals(
                "beta already has a file of this name.",
                Strings.text("dialog.exists.text", "beta"));
        assertEquals("3 of 1000 selected", Strings.text("pane.selected", 3, 1000));
    }

    @Test
    void oneAndManyReadDifferently() {
        assertEquals("1 entry", Strings.count("pane.entries", 1));
        assertEquals("0 entries", Strings.count("pane.entries", 0));
    }

    @Test
    void everyKeyInTheSourceHasWords() throws IOException {
        Set<String> keys = words().stringPropertyNames();
        var missing = new TreeSet<String>();
        for (String literal : literals()) {
            boolean known =
                    keys.contains(literal)
                            || keys.stream().anyMatch(key -> key.startsWith(literal + "."))
                            || (literal.endsWith(".")
                                    && keys.stream().anyMatch(key -> key.startsWith(literal)));
            if (!known) {
                missing.add(literal);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> literals = literals();
        var idle = new TreeSet<String>();
        for (String key : words().stringPropertyNames()) {
            boolean used =
                    literals.contains(key)
                            || literals.stream()
                                    .anyMatch(literal ->
                                            literal.endsWith(".") && key.startsWith(literal))
                            || (key.matches(".*\\.(one|many|accessible|unit)")
                                    && literals.contains(key.substring(0, key.lastIndexOf('.'))));
            if (!used) {
                idle.add(key);
            }
        }
        assertEquals(Set.of(), idle);
    }

    private static Properties words() throws IOException {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        assertTrue(words.size() > 100, "too few words: " + words.size());
        return words;
    }

    /// The literals in the sources that look like keys.
    private static Set<String> literals() throws IOException {
        var key =
                Pattern.compile(
                        "\"((window|dialog|keys|connect|pane|badge|failure|route|queue|transcript|shell|memory|rules|evidence|settings"
                            + "|certificates|tlsServers|vault|report|sites|link|exchange|updates|about|search)"
                            + "\\.[A-Za-z0-9.]*)\"");
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                key.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .map(quoted -> quoted.substring(1, quoted.length() - 1))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
