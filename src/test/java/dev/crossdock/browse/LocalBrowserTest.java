package dev.crossdock.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class LocalBrowserTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aFolderIsListedWithKindsSizesAndLinks() throws Exception {
        Files.write(folder.resolve("file ü"), new byte[7]);
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("sub"));
        Files.write(folder.resolve("line\nbreak"), new byte[1]);
        try (var browser = new LocalBrowser(folder)) {
            assertEquals(SiteId.LOCAL, browser.connect().server().id());
            Listing listing = browser.list(browser.connect().home());
            assertEquals(3, listing.entries().size());
            assertEquals(7, entry("file ü", listing).size().orElseThrow());
            assertEquals(Entry.Kind.FOLDER, entry("sub", listing).kind());
            assertEquals(Entry.Kind.LINK, entry("link", listing).kind());
            assertEquals("sub", entry("link", listing).linkTarget().orElseThrow());
            assertEquals(1, listing.leftOut().size());
        }
    }

    @Test
    void onePathIsLookedAtByItself() throws Exception {
        Files.write(folder.resolve("file"), new byte[7]);
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        try (var browser = new LocalBrowser(folder)) {
            assertEquals(Entry.file("file", 7), browser.look(path("file")).orElseThrow());
            assertEquals(Entry.file("link", 7), browser.look(path("link")).orElseThrow());
            assertEquals(Entry.folder("sub"), browser.look(path("sub")).orElseThrow());
            assertTrue(browser.look(path("none")).isEmpty());
        }
    }

    @Test
    void renamingReplacesNothing() throws Exception {
        Files.writeString(folder.resolve("a"), "a");
        Files.writeString(folder.resolve("b"), "b");
        try (var browser = new LocalBrowser(folder)) {
            var failed =
                    assertThrows(
                            FailureException.class, () -> browser.rename(path("a"), path("b")));
            assertEquals(Failure.Kind.EXISTS, failed.failure().kind());
            browser.rename(path("a"), path("c"));
            assertEquals("b", Files.readString(folder.resolve("b")));
            assertEquals("a", Files.readString(folder.resolve("c")));
        }
    }

    @Test
    void deletingAFolderLeavesWhatLinksLeadTo() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("a"), "a");
        Path doomed = Files.createDirectories(folder.resolve("doomed/sub"));
        Files.createSymbolicLink(doomed.resolve("link"), kept);
        try (var browser = new LocalBrowser(folder)) {
            browser.delete(path("doomed"), Entry.Kind.FOLDER);
            browser.makeFolder(path("made"));
        }
        assertFalse(Files.exists(folder.resolve("doomed")));
        assertEquals("a", Files.readString(kept.resolve("a")));
        assertTrue(Files.isDirectory(folder.resolve("made")));
    }

    @Test
    void whatIsMissingIsSaid() {
        try (var browser = new LocalBrowser(folder)) {
            var failed = assertThrows(FailureException.class, () -> browser.list(path("none")));
            assertEquals(Failure.Kind.LOCAL_DISK, failed.failure().kind());
            assertEquals(
                    folder.resolve("none") + " is not there on this computer.",
                    failed.failure().message());
        }
    }

    @ParameterizedTest
    @CsvSource({"644, rw-r--r--", "0755, rwxr-xr-x", "777, rwxrwxrwx", "000, ---------"})
    void permissionsAreOctal(String mode, String words) {
        assertEquals(PosixFilePermissions.fromString(words), LocalBrowser.permissions(mode));
    }

    private static Entry entry(String name, Listing listing) {
        return listing.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RemotePath path(String name) {
        return LocalPaths.HERE.read(folder).orElseThrow().child(name);
    }
}
