package dev.crossdock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.SiteId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class WindowMemoryFileTest {

    @TempDir private Path home;
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = home.resolve("state/window.json");
    }

    @Test
    void whatWasRememberedComesBack() {
        var memory =
                new WindowMemory(
                        Optional.of(new WindowMemory.Bounds(10, 20, 1100, 720)),
                        true,
                        new WindowMemory.Dividers(0.4, 0.7),
                        Optional.of(new WindowMemory.Bounds(30, 40, 900, 600)),
                        Optional.of(Look.DARK),
                        ByteRate.parse("1.5M"),
                        Optional.of(new SiteId("left-site")),
                        Optional.empty());
        new WindowMemoryFile(file).write(memory);
        assertEquals(memory, new WindowMemoryFile(file).read());
    }

    @Test
    void theFirstStartHasNothingToRemember() {
        assertEquals(WindowMemory.FRESH, new WindowMemoryFile(file).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 99}",
                "{\"version\": 1, \"look\": \"PINK\"}",
                "{\"version\": 1, \"limit\": \"fast\"}",
                "{\"version\": 1, \"left\": \"\"}"
            })
    void aDamagedFileIsSetAsideNotOverwritten(String garbage) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, garbage);
        assertEquals(WindowMemory.FRESH, new WindowMemoryFile(file).read());
        assertFalse(Files.exists(file));
        assertEquals(garbage, Files.readString(file.resolveSibling("window.json.damaged")));
    }

    @Test
    void aFileFromBeforeThereWasALimitIsReadAsEver() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":1,\"look\":\"DARK\"}");
        WindowMemory memory = new WindowMemoryFile(file).read();
        assertEquals(Optional.of(Look.DARK), memory.look());
        assertEquals(Optional.empty(), memory.limit());
    }

    @Test
    void dividersThatWouldHideAPaneAreBroughtBack() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":1,\"dividers\":{\"panes\":0,\"bottom\":7}}");
        assertEquals(
                new WindowMemory.Dividers(0.1, 0.95), new WindowMemoryFile(file).read().dividers());
    }
}
