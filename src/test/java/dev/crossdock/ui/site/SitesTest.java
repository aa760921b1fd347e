package dev.crossdock.ui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.Start;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

final class SitesTest {

    private static final RemotePath IN = RemotePath.of("/in");
    private static final RemotePath OUT = RemotePath.of("/out");

    private static final Server SERVER =
            new Server(
                    new SiteId("alpha"),
                    "Alpha",
                    "alpha.test",
                    21,
                    TlsMode.EXPLICIT,
                    "me",
                    ServerOptions.USUAL.withCharset("windows-1252"));

    private static final Site SITE =
            new Site(SERVER, Optional.of(IN))
                    .in(SiteGroup.of("Mirrors"))
                    .with(SiteColour.RED)
                    .starting(new Start(Optional.of(IN), Optional.of("/home/me")))
                    .withNotes("mine");

    @TempDir Path home;

    private final List<List<SiteId>> forgotten = new ArrayList<>();
    private String refusal = "";
    private SiteStore store;
    private Sites sites;

    @BeforeEach
    void open() throws Exception {
        store = new SiteStore(home.resolve("sites.json"));
        store.save(SITE);
        sites = new Sites(store, new ServerDirectory(store), new Passwords(), this::forget);
    }

    @Test
    void anotherStartFolderLeavesTheRestOfTheSite() {
        sites.save(SERVER, Optional.of(OUT));
        var after = SITE.starting(new Start(Optional.of(OUT), Optional.of("/home/me")));
        assertEquals(List.of(after), sites.shown());
        assertEquals(List.of(after), store.all());
    }

    @Test
    void aBookmarkIsAddedAndTakesThePlaceOfOneOfItsName() {
        sites.addBookmark(SERVER, "in", OUT);
        sites.addBookmark(SERVER, "out", OUT);
        sites.addBookmark(SERVER, "in", IN);
        assertEquals(
                List.of(bookmark("out", OUT), bookmark("in", IN)),
                store.all().getFirst().bookmarks());
        assertEquals("mine", store.all().getFirst().notes());
    }

    @Test
    void theSameTroubleIsToldAgain() throws Exception {
        var told = new ArrayList<String>();
        sites.noticeProperty().addListener((_, _, words) -> told.add(words));
        // Nobody can lock the file.
        Files.delete(home.resolve("sites.json.lock"));
        Files.createDirectories(home.resolve("sites.json.lock"));
        sites.save(SITE.withNotes("one"));
        sites.save(SITE.withNotes("two"));
        assertEquals(2, told.stream().filter(words -> !words.isEmpty()).count(), told::toString);
    }

    @Test
    void theSecretsOfASiteGoWithIt() {
        sites.remove(SITE);
        assertEquals(List.of(), store.all());
        assertEquals(List.of(List.of(SERVER.id())), forgotten);
        assertEquals("", sites.noticeProperty().get());
    }

    @Test
    void theSecretsOfAllThatLiesInRemovedFoldersGoAtOnce() {
        var alone = site("alone");
        var deep = site("deep").in(SiteGroup.of("Mirrors", "Far"));
        sites.saveAll(List.of(alone, deep, site("other")));
        sites.remove(List.of(SiteGroup.of("Mirrors")), List.of(alone));
        assertEquals(
                List.of(Set.of(SERVER.id(), deep.id(), alone.id())),
                forgotten.stream().map(Set::copyOf).toList());
        assertEquals(List.of("other"), store.all().stream().map(Site::name).toList());
        assertEquals(Set.of(), store.groups());
    }

    @Test
    void thatSecretsAreStillThereIsSaid() {
        refusal = "The vault is locked.";
        sites.remove(SITE);
        assertEquals(List.of(), store.all());
        assertEquals(
                "The sites are removed, but their saved passwords are still in the vault."
                        + " The vault is locked.",
                sites.noticeProperty().get());
    }

    @Test
    void aSiteThatTheDiskKeepsHasItsSecretsStill() throws Exception {
        // Nobody can lock the file.
        Files.delete(home.resolve("sites.json.lock"));
        Files.createDirectories(home.resolve("sites.json.lock"));
        sites.remove(SITE);
        assertEquals(List.of(), forgotten);
    }

    private void forget(Collection<SiteId> ids, Consumer<String> failed) {
        forgotten.add(List.copyOf(ids));
        if (!refusal.isEmpty()) {
            failed.accept(refusal);
        }
    }

    private static Site site(String name) {
        return new Site(
                new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me"),
                Optional.empty());
    }

    private static Bookmark bookmark(String name, RemotePath folder) {
        return new Bookmark(name, Optional.of(folder), Optional.empty());
    }
}
