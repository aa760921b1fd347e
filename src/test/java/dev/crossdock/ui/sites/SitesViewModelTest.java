package dev.crossdock.ui.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteStore;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.site.Sites;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SitesViewModelTest {

    private static final SiteGroup WORK = SiteGroup.of("Work");
    private static final SiteGroup PLAY = SiteGroup.of("Play");
    private static final Site ALPHA = site("alpha");
    private static final Site BETA = site("beta");

    @TempDir private Path home;

    private final FakeKeyring keyring = new FakeKeyring();
    private final List<Runnable> background = new ArrayList<>();
    private final List<String> connected = new ArrayList<>();
    private final Secrets secrets = new Secrets(keyring, background::add, Runnable::run);
    private SiteStore store = new SiteStore(Path.of("unused"));
    private Settings settings = new Settings(Path.of("unused"));
    private Sites sites = sites();
    private SitesViewModel model = model();

    @BeforeEach
    void open() throws Exception {
        store = new SiteStore(home.resolve("sites.json"));
        store.saveAll(List.of(ALPHA, BETA.in(WORK)), List.of(PLAY));
        settings = new Settings(home.resolve("settings.json"));
        sites = sites();
        model = model();
    }

    @Test
    void movingWhatWasJustSavedKeepsWhatWasSaved() {
        model.select(ALPHA.id());
        List<Item> before = model.selectedProperty().get();
        write("first");
        model.save();
        model.move(before, WORK);
        assertEquals("first", stored(ALPHA).notes());
        assertEquals(WORK, stored(ALPHA).group());
    }

    @Test
    void renamingWhatWasJustSavedKeepsWhatWasSaved() {
        model.select(ALPHA.id());
        Item before = model.selectedProperty().get().getFirst();
        write("first");
        model.save();
        model.rename(before, "gamma");
        assertEquals("first", stored(ALPHA).notes());
        assertEquals("gamma", stored(ALPHA).name());
    }

    @Test
    void aBookmarkFromAPaneStaysWhenTheSiteIsSavedMovedRenamedOrDuplicated() {
        model.select(ALPHA.id());
        bookmark("one");
        write("first");
        model.save();
        assertEquals(List.of("one"), bookmarks(ALPHA));
        bookmark("two");
        model.move(model.selectedProperty().get(), WORK);
        assertEquals(List.of("one", "two"), bookmarks(ALPHA));
        bookmark("three");
        model.rename(model.selectedProperty().get().getFirst(), "gamma");
        assertEquals(List.of("one", "two", "three"), bookmarks(ALPHA));
        bookmark("four");
        model.duplicate();
        assertEquals(4, model.form().site().bookmarks().size());
        assertEquals("gamma (copy)", model.form().site().name());
    }

    @Test
    void aFormThatIsTypedInStaysAsItIsWhenTheSitesAreReadAgain() {
        model.select(ALPHA.id());
        write("first");
        bookmark("one");
        assertEquals("first", model.form().general().notes().textProperty().get());
        assertTrue(model.hasChanges());
        model.revert();
        assertFalse(model.hasChanges());
        assertEquals(1, model.form().site().bookmarks().size());
    }

    @Test
    void aSiteThatIsGoneIsShownNoMore() {
        model.select(ALPHA.id());
        sites.remove(ALPHA);
        assertEquals(List.of(), model.selectedProperty().get());
        assertFalse(model.shownProperty().get() instanceof SitesViewModel.Shown.Form);
    }

    @Test
    void whatStandsBesideTheTreeFollowsWhatThereIs() {
        assertEquals(new SitesViewModel.Shown.Nothing(false), model.shownProperty().get());
        model.select(List.of(new Item.Folder(WORK)));
        assertEquals(new SitesViewModel.Shown.Folder(WORK, 1), model.shownProperty().get());
        sites.save(site("gamma").in(WORK));
        assertEquals(new SitesViewModel.Shown.Folder(WORK, 2), model.shownProperty().get());
        sites.remove(List.of(WORK, PLAY), List.of());
        sites.remove(ALPHA);
        assertEquals(new SitesViewModel.Shown.Nothing(true), model.shownProperty().get());
        sites.addGroup(PLAY);
        assertEquals(new SitesViewModel.Shown.Nothing(false), model.shownProperty().get());
        sites.save(ALPHA);
        assertEquals(new SitesViewModel.Shown.Nothing(false), model.shownProperty().get());
    }

    @Test
    void aPaneConnectsOnceThePasswordIsKept() {
        model.select(ALPHA.id());
        model.form().general().password().typedProperty().set("secret");
        model.connect(PaneSide.LEFT);
        assertEquals(List.of(), connected);
        work();
        assertEquals(1, keyring.size());
        assertEquals(List.of("LEFT alpha"), connected);
    }

    @Test
    void whatIsKeptIsLookedUpInTheBackgroundOnceForAForm() {
        keyring.keep(ALPHA.server(), SecretKind.PASSWORD, "secret".toCharArray());
        model.select(ALPHA.id());
        assertEquals(0, keyring.looks());
        work();
        SecretField password = model.form().general().password();
        assertEquals(SecretField.State.KEPT, password.stateProperty().getValue());
        write("a");
        write("ab");
        work();
        assertEquals(1, keyring.looks());
    }

    @Test
    void aPasswordThatWasSavedIsShownAsKept() {
        model.select(ALPHA.id());
        SecretField password = model.form().general().password();
        password.typedProperty().set("secret");
        model.save();
        work();
        assertEquals(SecretField.State.KEPT, password.stateProperty().getValue());
    }

    @Test
    void deletingForgetsWhatIsKept() {
        keyring.keep(ALPHA.server(), SecretKind.PASSWORD, "secret".toCharArray());
        keyring.keep(BETA.server(), SecretKind.PASSWORD, "secret".toCharArray());
        model.delete(List.of(new Item.Entry(ALPHA), new Item.Folder(WORK)));
        work();
        assertEquals(0, keyring.size());
    }

    @Test
    void aPaneConnectsAtOnceWhereNothingWasTyped() {
        model.select(ALPHA.id());
        model.connect(PaneSide.RIGHT);
        assertEquals(List.of("RIGHT alpha"), connected);
    }

    private void work() {
        var due = List.copyOf(background);
        background.clear();
        due.forEach(Runnable::run);
    }

    private void write(String notes) {
        model.form().general().notes().textProperty().set(notes);
    }

    private void bookmark(String name) {
        sites.addBookmark(ALPHA.server(), name, RemotePath.of("/in"));
    }

    private List<String> bookmarks(Site site) {
        return stored(site).bookmarks().stream().map(Bookmark::name).toList();
    }

    private Site stored(Site site) {
        return store.find(site.id()).orElseThrow();
    }

    private Sites sites() {
        return new Sites(store, new ServerDirectory(store), new Passwords(), secrets);
    }

    private SitesViewModel model() {
        return new SitesViewModel(
                sites,
                settings,
                secrets,
                (_, _, _) -> () -> {},
                (side, site) -> connected.add(side + " " + site.name()));
    }

    private static Site site(String name) {
        return new Site(
                new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me"),
                Optional.empty());
    }
}
