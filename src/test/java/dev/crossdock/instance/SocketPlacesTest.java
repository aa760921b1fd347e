package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

class SocketPlacesTest {

    private static final Path TEMPORARY = Path.of("/tmp");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    name, length, in data folder
                    x,    83,     true
                    x,    84,     false
                    x,    300,    false
                    é,    41,     true
                    é,    42,     false
                    """)
    void aPathTooLongForASocketIsLeftOut(String name, int length, boolean inDataFolder) {
        Path data = Path.of("/" + name.repeat(length));
        List<Path> places = SocketPlaces.of(data, TEMPORARY);
        assertEquals(inDataFolder, places.contains(data.resolve("instance/socket")));
        assertTrue(places.getLast().startsWith(TEMPORARY));
    }

    @Test
    void nothingDoesWhenTheFolderForTemporaryFilesIsDeepToo() {
        Path deep = Path.of("/" + "x".repeat(100));
        assertEquals(List.of(), SocketPlaces.of(deep, deep));
    }

    @Test
    void eachDataFolderHasItsOwnName() {
        assertEquals(temporary("/a"), temporary("/a"));
        assertNotEquals(temporary("/a"), temporary("/b"));
    }

    private static Path temporary(String data) {
        return SocketPlaces.of(Path.of(data), TEMPORARY).getLast();
    }
}
