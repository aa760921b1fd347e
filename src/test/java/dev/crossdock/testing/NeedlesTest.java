package dev.crossdock.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

class NeedlesTest {

    private final Needles needles = new Needles("p\u00e4ss-word?");

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "a long text before "})
    void base64IsFoundWhereverItBegins(String before) {
        byte[] bytes = (before + "p\u00e4ss-word? and more").getBytes(StandardCharsets.UTF_8);
        assertTrue(needles.isIn(Base64.getEncoder().encodeToString(bytes)));
        assertTrue(needles.isIn(Base64.getUrlEncoder().encodeToString(bytes)));
    }

    @Test
    void eachFormIsFoundInAFile(@TempDir Path folder) throws Exception {
        for (String form : needles.forms()) {
            Path file = folder.resolve("x");
            Files.write(file, ("<" + form + ">").getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(List.of(file), needles.in(folder), form);
        }
        assertFalse(needles.isIn("pass-word?"));
    }
}
