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
import java.util.List;
import java.util.Optional;

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

    private SiteStore store;
    private Sites sites;

    @BeforeEach
    void open() throws Exception {
        store = new SiteStore(home.resolve("sites.json"));
        store.save(SITE);
        sites = new Sites(store, new ServerDirectory(store), new Passwords());
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

    private static Bookmark bookmark(String name, RemotePath folder) {
        return new Bookmark(name, Optional.of(folder), Optional.empty());
    }
}
