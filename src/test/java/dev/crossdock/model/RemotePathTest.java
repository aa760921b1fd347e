package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class RemotePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed               > path
                    /                   > /
                    //                  > /
                    /a                  > /a
                    /a/                 > /a
                    //a///b//           > /a/b
                    /a/./b/.            > /a/b
                    /a/../b             > /b
                    /a/b/../../..       > /
                    /../../etc          > /etc
                    /a/...              > /a/...
                    /a/..b              > /a/..b
                    `/ a / b `          > `/ a / b `
                    /a\\b               > /a\\b
                    /~                  > /~
                    /%2e%2e/x           > /%2e%2e/x
                    """)
    void isAbsoluteAndHasNoDetours(String typed, String path) {
        assertEquals(path, RemotePath.of(typed).value());
        assertEquals(RemotePath.of(path), RemotePath.of(RemotePath.of(typed).value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a/b",
                "./a",
                "~",
                "/a\r\nDELE b",
                "/a\nb",
                "/a\rb",
                "/a\0b",
                "\n/a",
                "/\uD83D",
                "/a\uDC00"
            })
    void refusesWhatIsNotAbsoluteOrBreaksALine(String typed) {
        assertThrows(IllegalArgumentException.class, () -> RemotePath.of(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "/", "a/b", "/a", "a/", "a\rb", "a\nb", "a\0b", "\r", "../x",
                "\uD83D"
            })
    void aNameNeverLeadsOutOfItsFolder(String name) {
        assertFalse(RemotePath.isName(name));
        assertThrows(IllegalArgumentException.class, () -> RemotePath.of("/folder").child(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "...", "..a", "a..", "~", "-rf", "*", "a b ", "\\", "ü", "\u001b", "\uDCFF"
            })
    void whateverElseIsTheNameOfAChild(String name) {
        RemotePath child = RemotePath.of("/folder").child(name);

        assertTrue(RemotePath.isName(name));
        assertEquals(name, child.name());
        assertEquals(RemotePath.of("/folder"), child.parent());
        assertEquals(List.of("folder", name), child.names());
        assertEquals(name, RemotePath.ROOT.child(name).name());
    }

    @Test
    void theRootIsItsOwnParentAndHasNoName() {
        assertEquals(RemotePath.ROOT, RemotePath.ROOT.parent());
        assertEquals("", RemotePath.ROOT.name());
        assertEquals(List.of(), RemotePath.ROOT.names());
        assertTrue(RemotePath.ROOT.isRoot());
        assertEquals(RemotePath.ROOT, RemotePath.of("/a").parent());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    folder, typed,     meant
                    /a/b,   c,         /a/b/c
                    /a/b,   ../c,      /a/c
                    /a/b,   /c,        /c
                    /a/b,   '',        /a/b
                    /a/b,   ../../..,  /
                    /,      c,         /c
                    """)
    void whatIsTypedIsMeantFromTheOpenFolder(String folder, String typed, String meant) {
        assertEquals(RemotePath.of(meant), RemotePath.of(folder).resolve(typed));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    path,   folder, inside
                    /a/b,   /a,     true
                    /a,     /a,     true
                    /ab,    /a,     false
                    /a,     /a/b,   false
                    /a,     /,      true
                    /A/b,   /a,     false
                    """)
    void isInsideAFolderByWholeNames(String path, String folder, boolean inside) {
        assertEquals(inside, RemotePath.of(path).startsWith(RemotePath.of(folder)));
    }

    @ParameterizedTest
    @CsvSource({"/Read.ME, /rEAD.me", "/ÄÖ/ß, /äö/SS", "/ſ, /S", "/\u212A, /k"})
    void namesThatAServerWithoutCaseMixesUpFoldToOne(String one, String other) {
        assertEquals(RemotePath.of(one).foldedCase(), RemotePath.of(other).foldedCase());
    }

    @Test
    void whateverItIsMadeOfItNeverLeavesTheRoot() {
        var random = new Random(3);
        String[] parts = {"/", ".", "..", "a", "..a", " ", "/", "b"};
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("/");
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            RemotePath path = RemotePath.of(text.toString());
            assertTrue(path.names().stream().allMatch(RemotePath::isName), path.value());
            assertEquals(path, RemotePath.of("/" + String.join("/", path.names())));
        }
    }
}
