package dev.crossdock.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.FormatterException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FormatTest {

    @Test
    void everySourceIsLaidOutByTheFormatter() throws IOException, FormatterException {
        var sources = Format.sources(Path.of("src"));
        var askew = new ArrayList<Path>();
        for (Path file : sources) {
            String source = Files.readString(file);
            if (!Format.formatted(source).equals(source)) {
                askew.add(file);
            }
        }
        assertFalse(sources.isEmpty());
        assertEquals(List.of(), askew, "run: mvn -q test-compile exec:exec@format");
    }
}
