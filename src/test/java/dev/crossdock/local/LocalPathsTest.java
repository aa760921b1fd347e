package dev.crossdock.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class LocalPathsTest {

    private static final LocalPaths UNIX = new LocalPaths(false);
    private static final LocalPaths WINDOWS = new LocalPaths(true);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    path,              windows
                    /C:/Users/me,      C:\\Users\\me
                    /c:/,              c:\\
                    /host/share/a b,   \\\\host\\share\\a b
                    /C:/x y/z.txt,     C:\\x y\\z.txt
                    """)
    void onWindowsDrivesAndSharesAreFoldersOfTheRoot(String path, String windows) {
        assertEquals(windows, WINDOWS.text(RemotePath.of(path)));
        assertEquals(RemotePath.of(path), WINDOWS.read(windows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home/me", "/a\\b", "/C:", "/ü/ /…"})
    void elsewhereTheyAreTheSame(String path) throws FailureException {
        assertEquals(path, UNIX.text(RemotePath.of(path)));
        assertEquals(RemotePath.of(path), UNIX.read(path));
        assertEquals(path, UNIX.path(RemotePath.of(path)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "a/b",
                "..\\..\\evil",
                "C:",
                "C:evil",
                "file.txt:stream",
                "a\\b",
                "CON",
                "con",
                "nul.txt",
                "Aux.tar.gz",
                "COM1",
                "com\u00b9.log",
                "LPT9 .txt",
                "CONOUT$",
                "trailing.",
                "trailing ",
                "what?",
                "a*",
                "<a>",
                "\"",
                "a|b",
                "bell\u0007",
                "line\nbreak",
                "nul\0"
            })
    void hostileNamesAreRefusedOnWindows(String name) {
        assertTrue(WINDOWS.refusal(name).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "line\nbreak", "nul\0", "\udcff"})
    void hostileNamesAreRefusedElsewhere(String name) {
        assertTrue(UNIX.refusal(name).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"console", "com", "com10", "nulls.txt", "a.con", ".profile", "ü …", "a'b"})
    void ordinaryNamesAreTakenAsTheyAre(String name) {
        assertTrue(WINDOWS.refusal(name).isEmpty());
        assertTrue(UNIX.refusal(name).isEmpty());
    }

    @Test
    void aRefusalSaysWhyInWords() {
        Failure failure =
                assertThrows(
                                FailureException.class,
                                () -> WINDOWS.path(RemotePath.of("/C:/nul.txt")))
                        .failure();
        assertEquals(Failure.Kind.NAME, failure.kind());
        assertEquals(
                "No file on this computer can be called nul.txt: Windows takes NUL for a device.",
                failure.message());
    }

    @Test
    void aPathOfThisComputerComesBackAsItWas() throws FailureException {
        Path home = Path.of("").toAbsolutePath();
        RemotePath read = LocalPaths.HERE.read(home).orElseThrow();
        assertEquals(home, LocalPaths.HERE.path(read));
        assertTrue(LocalPaths.HERE.read(Path.of("line\nbreak")).isEmpty());
    }
}
