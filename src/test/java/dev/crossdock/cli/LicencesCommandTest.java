package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.about.Library;
import dev.crossdock.about.Parts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class LicencesCommandTest {

    private static final Parts TWO =
            new Parts.Listed(
                    List.of(
                            new Library("org.a", "a", "1.0", List.of("EPL-1.0", "LGPL-2.1-only")),
                            new Library("org.b", "b", "2", List.of())));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachLibraryIsOneLine() {
        assertEquals(0, run(TWO));
        assertEquals(
                List.of("a  1.0  EPL-1.0 or LGPL-2.1-only", "b  2  not stated"),
                text(out).lines().toList());
        assertEquals("", text(err));
    }

    @Test
    void eachLibraryIsOneObject() {
        assertEquals(0, run(TWO, "--json"));
        assertEquals(
                List.of(
                        "{\"name\":\"a\",\"group\":\"org.a\",\"version\":\"1.0\","
                                + "\"licences\":[\"EPL-1.0\",\"LGPL-2.1-only\"]}",
                        "{\"name\":\"b\",\"group\":\"org.b\",\"version\":\"2\",\"licences\":[]}"),
                text(out).lines().toList());
    }

    @Test
    void whereThereIsNoListItSaysWhyAndPrintsNothing() {
        assertEquals(3, run(new Parts.NotBuilt()));
        assertTrue(text(err).contains("mvn package"), text(err));
        assertEquals(3, run(new Parts.Unreadable("it is empty"), "--json"));
        assertTrue(text(err).contains("it is empty"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void bothSpellingsAreKnown(@TempDir Path home) {
        var shell = new Shell(home);
        for (String name : List.of("licences", "licenses")) {
            assertTrue(shell.run(name, "--help").out().contains("one a line"), name);
        }
    }

    private int run(Parts parts, String... arguments) {
        var streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        FakeTerminal.none());
        return new CommandLine(new LicencesCommand(streams, () -> parts)).execute(arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
