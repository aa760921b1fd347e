package dev.crossdock.site;

import static dev.crossdock.site.Samples.NOW;
import static dev.crossdock.site.Samples.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.store.Content;
import dev.crossdock.store.JsonFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

class SiteStoreTest {

    private static final String ASIDE = "sites.json.unreadable-20261122T174300Z";

    private Path folder;
    private Path file;

    @BeforeEach
    void placeTheFile(@TempDir Path temporary) {
        folder = temporary.resolve("home/crossdock");
        file = folder.resolve("sites.json");
    }

    @ParameterizedTest
    @EnumSource(TlsMode.class)
    void aSavedSiteIsThereAfterARestart(TlsMode tls) throws FailureException {
        var server = new Server(SiteId.random(), "bét\"a", "::1", 990, tls, "anna@example");
        var site = new Site(server, Optional.of(RemotePath.of("/b\udc80d/\u00e4")));
        store().save(site);
        assertEquals(List.of(site), store().all());
        assertEquals(Optional.of(site), store().find(site.id()));
        assertEquals(Optional.empty(), store().notice());
    }

    @Test
    void aSiteWithoutAFolderStaysWithoutOne() throws FailureException {
        var site = new Site(Samples.server("beta"), Optional.empty());
        store().save(site);
        assertEquals(List.of(site), store().all());
    }

    @Test
    void savingAgainTakesThePlaceOfTheSiteWithThatId() throws FailureException {
        var store = store();
        store.save(site("beta"));
        var renamed = new Site(Samples.server("beta").named("gamma"), Optional.empty());
        store.save(renamed);
        assertEquals(List.of(renamed), store().all());
    }

    @Test
    void aRemovedSiteStaysAway() throws FailureException {
        var store = store();
        store.save(site("alpha"));
        store.save(site("beta"));
        store.remove(site("alpha").id());
        assertEquals(List.of(site("beta")), store.all());
        assertEquals(List.of(site("beta")), store().all());
    }

    @Test
    void sitesAreInTheNaturalOrderOfTheirNames() throws FailureException {
        var store = store();
        for (String name : List.of("site10", "Site2", "alpha", "Beta")) {
            store.save(site(name));
        }
        assertEquals(
                List.of("alpha", "Beta", "Site2", "site10"),
                store().all().stream().map(Site::name).toList());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "none",
            textBlock =
                    """
                    asked, found
                    Beta,  Beta
                    beta,  beta
                    BETA,  none
                    ALPHA, alpha
                    gamma, none
                    '',    none
                    """)
    void aNameIsFoundExactlyOrElseWhenOnlyOneDiffersInCase(
            String asked, @org.jspecify.annotations.Nullable String found) throws FailureException {
        var store = store();
        for (String name : List.of("Beta", "beta", "alpha")) {
            store.save(site(name));
        }
        assertEquals(Optional.ofNullable(found), store.named(asked).map(Site::name));
    }

    @Test
    void readingAloneLeavesNoFileBehind() {
        assertEquals(List.of(), store().all());
        assertFalse(Files.exists(folder));
    }

    @Test
    void filesAndFoldersAreTheOwnersOnly() throws IOException, FailureException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system has no owners");
        var store = store();
        store.save(site("alpha"));
        store.save(site("beta"));
        assertEquals("rwx------", permissions(folder));
        for (String name : List.of("sites.json", "sites.json.backup", "sites.json.lock")) {
            assertEquals("rw-------", permissions(folder.resolve(name)), name);
        }
    }

    @Test
    void nothingIsLeftBesideTheFileItsBackupAndItsLock() throws IOException, FailureException {
        var store = store();
        store.save(site("alpha"));
        store.save(site("beta"));
        assertEquals(List.of("sites.json", "sites.json.backup", "sites.json.lock"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"version\":1,\"sites\":[{\"id\":\"a\"",
                "{\"version\":3,\"sites\":[]}",
                "[1,2,3]"
            })
    void anUnreadableFileIsSetAsideWhole(String text) throws IOException, FailureException {
        write(text);
        var store = store();
        assertEquals(List.of(), store.all());
        assertEquals(text, Files.readString(folder.resolve(ASIDE)));
        assertContains(store.notice(), file.toString(), ASIDE, "begins without saved sites");

        store.save(site("beta"));
        assertEquals(List.of(site("beta")), store().all());
        assertEquals(text, Files.readString(folder.resolve(ASIDE)));
        assertEquals(Optional.empty(), store().notice());
    }

    @Test
    void aSecondUnreadableFileDoesNotTakeThePlaceOfTheFirst() throws IOException {
        write("first");
        assertEquals(List.of(), store().all());
        write("second");
        assertEquals(List.of(), store().all());
        assertEquals("first", Files.readString(folder.resolve(ASIDE)));
        assertEquals("second", Files.readString(folder.resolve(ASIDE + "-2")));
    }

    @Test
    void aFileDamagedWhileRunningIsSetAsideBeforeTheNextSave()
            throws IOException, FailureException {
        var store = store();
        store.save(site("alpha"));
        write("damaged");
        store.save(site("beta"));
        assertEquals("damaged", Files.readString(folder.resolve(ASIDE)));
        assertEquals(Optional.of(site("beta")), store().find(site("beta").id()));
        assertContains(store.notice(), ASIDE);
    }

    @Test
    void theBackupStandsInForADamagedFile() throws IOException, FailureException {
        var before = store();
        before.save(site("alpha"));
        before.save(site("beta"));
        before.save(site("gamma"));
        write("{\"version\":1,");

        var store = store();
        assertEquals(List.of(site("alpha"), site("beta")), store.all());
        assertContains(store.notice(), "backup", ASIDE);
        assertEquals(List.of(site("alpha"), site("beta")), store().all());
        assertEquals(Optional.empty(), store().notice());
    }

    @Test
    void aFolderInThePlaceOfTheFileIsSetAsideToo() throws IOException, FailureException {
        Files.createDirectories(file.resolve("inside"));
        var store = store();
        store.save(site("beta"));
        assertTrue(Files.isDirectory(folder.resolve(ASIDE).resolve("inside")));
        assertEquals(List.of(site("beta")), store().all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    entry                                                                                         | complaint
                    7                                                                                             | It is not an object.
                    {}                                                                                            | “id” is missing.
                    {"id":7,"name":"x","host":"h","port":21,"tls":"explicit","user":"u"}                          | “id” is not a text.
                    {"id":" ","name":"x","host":"h","port":21,"tls":"explicit","user":"u"}                        | a site id is not blank
                    {"id":"x","name":["x"],"host":"h","port":21,"tls":"explicit","user":"u"}                      | “name” is not a text.
                    {"id":"x","name":"x","host":"h\\r\\nDELE","port":21,"tls":"explicit","user":"u"}                | A server needs a host name
                    {"id":"x","name":"x","host":"h h","port":21,"tls":"explicit","user":"u"}                | A server needs a host name
                    {"id":"x","name":"x","host":"h","port":"21","tls":"explicit","user":"u"}                      | “port” is not a whole number.
                    {"id":"x","name":"x","host":"h","port":21.5,"tls":"explicit","user":"u"}                      | “port” is not a whole number.
                    {"id":"x","name":"x","host":"h","port":4294967317,"tls":"explicit","user":"u"}                | “port” is not a whole number.
                    {"id":"x","name":"x","host":"h","port":65536,"tls":"explicit","user":"u"}                     | A port is a number from 1 to 65535
                    {"id":"x","name":"x","host":"h","port":21,"tls":"none","user":"u"}                            | “tls” cannot be “none”.
                    {"id":"x","name":"x","host":"h","port":21,"tls":"EXPLICIT","user":"u"}                        | “tls” cannot be “EXPLICIT”.
                    {"id":"x","name":"x","host":"h","port":21,"tls":"explicit"}                                   | “user” is missing.
                    {"id":"x","name":"x","host":"h","port":21,"tls":"explicit","user":"u","folder":"in"}          | begins with a slash
                    {"id":"x","name":"x","host":"h","port":21,"tls":"explicit","user":"u","folder":"/a\\nDELE b"}  | no line break
                    {"id":"good","name":"again","host":"h","port":21,"tls":"explicit","user":"u"}                 | a second time
                    """)
    void oneBadSiteIsReportedAndKeptWhileTheOthersWork(String entry, String complaint)
            throws IOException, FailureException {
        String good =
                "{\"id\":\"good\",\"name\":\"good\",\"host\":\"h\",\"port\":21,\"tls\":\"clear\",\"user\":\"u\"}";
        write("{\"version\":1,\"sites\":[" + good + "," + entry + "]}");
        var store = store();
        assertEquals(List.of("good"), store.all().stream().map(Site::name).toList());
        assertContains(store.notice(), "Number 2: ", complaint);
        assertFalse(Files.exists(folder.resolve(ASIDE)));

        store.save(site("beta"));
        store.save(site("gamma"));
        var root = new JsonFormat(2, "sites").parse(Files.readAllBytes(file));
        var kept = ((Content.Good) root).root().path("setAside").get(0);
        assertTrue(kept.path("reason").textValue().contains(complaint));
        assertEquals(
                new com.fasterxml.jackson.databind.ObjectMapper().readTree(entry),
                kept.path("entry"));
        assertEquals(3, store().all().size());
        assertEquals(Optional.empty(), store().notice(), "reported once, then kept");
    }

    @Test
    void manyBadSitesMakeAShortNotice() throws IOException {
        write("{\"version\":1,\"sites\":[" + "7,".repeat(5_000) + "7]}");
        String notice = store().notice().orElseThrow();
        assertTrue(notice.length() < 1000, notice);
        assertTrue(notice.contains("4996 more"), notice);
    }

    @Test
    void aPasswordThatSomebodyPutIntoTheFileIsNotWrittenBack()
            throws IOException, FailureException {
        write(
                "{\"version\":1,\"sites\":[{\"id\":\"x\",\"name\":\"x\",\"host\":\"h\",\"port\":21,"
                        + "\"tls\":\"clear\",\"user\":\"u\",\"password\":\"s3cret\"}]}");
        store().save(site("beta"));
        assertFalse(Files.readString(file).contains("s3cret"));
    }

    @Test
    void whatAnotherCrossdockSavedIsSeenAndNotLost() throws FailureException {
        var one = store();
        var other = store();
        one.save(site("alpha"));
        assertEquals(List.of(site("alpha")), other.all());
        other.save(site("beta"));
        one.save(site("gamma"));
        var all = List.of(site("alpha"), site("beta"), site("gamma"));
        assertEquals(all, one.all());
        assertEquals(all, other.all());
    }

    @Test
    void whatTheDiskRefusesIsSaidAndHoldsUntilTheEnd() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file where the folder should be");
        var store = store();
        var e = assertThrows(FailureException.class, () -> store.save(site("beta")));
        assertEquals(Failure.Kind.LOCAL_DISK, e.failure().kind());
        assertTrue(e.failure().message().contains(file.toString()), e.failure().message());
        assertEquals(List.of(site("beta")), store.all());
        assertEquals("a file where the folder should be", Files.readString(folder));
    }

    @Test
    void anInterruptedThreadSavesAllTheSame() throws FailureException {
        Thread.currentThread().interrupt();
        try {
            store().save(site("beta"));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(site("beta")), store().all());
    }

    @Test
    void aLinkToTheFileStaysALink() throws IOException, FailureException {
        Path real = folder.resolveSibling("dotfiles.json");
        Files.createDirectories(folder);
        Files.writeString(real, "{\"version\":1,\"sites\":[]}");
        Files.createSymbolicLink(file, real);
        store().save(site("beta"));
        assertTrue(Files.isSymbolicLink(file));
        assertTrue(Files.readString(real).contains("beta"));
    }

    private SiteStore store() {
        return new SiteStore(file, InstantSource.fixed(NOW));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    private static void assertContains(Optional<String> notice, String... parts) {
        for (String part : parts) {
            assertTrue(notice.orElse("nothing").contains(part), notice + " lacks " + part);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
