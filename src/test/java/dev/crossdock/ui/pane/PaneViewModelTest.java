package dev.crossdock.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.ui.FakeBrowsers;
import dev.crossdock.ui.FakeServer;
import dev.crossdock.ui.site.Destination;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

class PaneViewModelTest {

    private static final RemotePath DOCS = RemotePath.of("/docs");

    private final FakeServer alpha =
            new FakeServer("alpha")
                    .folder("/", "docs")
                    .folder("/", "more")
                    .file("/", "a.txt", 1)
                    .file("/docs", "inside.txt", 2);
    private final FakeServer beta = new FakeServer("beta").file("/", "b.txt", 1);
    private final FakeBrowsers browsers = new FakeBrowsers().with(alpha).with(beta);
    private final Steps calls = new Steps();
    private final PaneViewModel pane =
            new PaneViewModel(
                    PaneSide.LEFT, browsers, new PaneThreads(calls, Runnable::run, Runnable::run));

    @Test
    void connectingEndsInTheLoginFolder() {
        pane.connect(to(alpha));
        assertInstanceOf(PaneState.Connecting.class, pane.stateProperty().get());
        calls.all();
        assertInstanceOf(PaneState.Browsing.class, pane.stateProperty().get());
        assertEquals(RemotePath.ROOT, pane.folder());
        assertEquals(List.of("docs", "more", "a.txt"), names());
        assertFalse(pane.busyProperty().get());
    }

    @Test
    void aSavedFolderIsOpenedInstead() {
        pane.connect(new Destination(alpha.server(), Optional.of(DOCS)));
        calls.all();
        assertEquals(DOCS, pane.folder());
    }

    @Test
    void aSavedFolderThatIsGoneLeadsHomeWithAMessage() {
        pane.connect(new Destination(alpha.server(), Optional.of(RemotePath.of("/gone"))));
        calls.all();
        assertEquals(RemotePath.ROOT, pane.folder());
        assertTrue(pane.noticeProperty().get().orElseThrow().words().contains("/gone"));
    }

    @Test
    void aServerThatCannotBeReachedIsAStateOfItsOwn() {
        var nowhere = new Server(new SiteId("x"), "nowhere", "x.test", 21, TlsMode.EXPLICIT, "u");
        pane.connect(new Destination(nowhere, Optional.empty()));
        calls.all();
        var refused = assertInstanceOf(PaneState.Refused.class, pane.stateProperty().get());
        assertEquals(nowhere, refused.server());
        assertEquals(List.of(nowhere.id()), browsers.closed());
    }

    @Test
    void retryConnectsToTheSameServerAgain() {
        var late = new FakeServer("late");
        pane.connect(to(late));
        calls.all();
        browsers.with(late);
        pane.retry();
        calls.all();
        assertInstanceOf(PaneState.Browsing.class, pane.stateProperty().get());
    }

    @Test
    void anAnswerFromAServerThatWasLeftIsDropped() {
        pane.connect(to(alpha));
        pane.connect(to(beta));
        calls.all();
        assertEquals("beta", pane.facts().orElseThrow().server().name());
        assertEquals(List.of("b.txt"), names());
        assertEquals(List.of(alpha.server().id()), browsers.closed());
    }

    @Test
    void anAnswerThatComesAfterCancelIsDropped() {
        pane.connect(to(alpha));
        pane.disconnect();
        calls.all();
        assertInstanceOf(PaneState.Choosing.class, pane.stateProperty().get());
        assertEquals(List.of(), names());
    }

    @Test
    void onlyTheLastFolderAskedForIsShown() {
        pane.connect(to(alpha));
        calls.all();
        pane.open(DOCS);
        pane.open(RemotePath.of("/more"));
        calls.all();
        assertEquals(RemotePath.of("/more"), pane.folder());
        assertFalse(pane.busyProperty().get());
    }

    @Test
    void goingUpSelectsTheFolderWeCameFrom() {
        pane.connect(new Destination(alpha.server(), Optional.of(DOCS)));
        calls.all();
        pane.up();
        calls.all();
        assertEquals(RemotePath.ROOT, pane.folder());
        assertEquals(Optional.of("docs"), pane.shownProperty().get().focus());
    }

    @Test
    void aFolderThatCannotBeOpenedLeavesUsWhereWeAre() {
        pane.connect(to(alpha));
        calls.all();
        pane.open(RemotePath.of("/gone"));
        calls.all();
        assertEquals(RemotePath.ROOT, pane.folder());
        assertTrue(pane.noticeProperty().get().orElseThrow().failure().isPresent());
    }

    @Test
    void aNewFolderIsListedAndSelected() {
        pane.connect(to(alpha));
        calls.all();
        pane.makeFolder("fresh");
        calls.all();
        assertTrue(names().contains("fresh"));
        assertEquals(Optional.of("fresh"), pane.shownProperty().get().focus());
    }

    @Test
    void whenOneOfManyCannotBeDeletedTheRestIsAndTheMessageStays() {
        pane.connect(to(alpha));
        calls.all();
        pane.delete(List.of(Entry.file("not-there", 1), Entry.file("a.txt", 1)));
        calls.all();
        assertEquals(List.of("docs", "more"), names());
        assertTrue(pane.noticeProperty().get().orElseThrow().words().contains("not-there"));
    }

    @Test
    void aRefusedChangeSaysSoAfterListingAgain() {
        pane.connect(to(alpha));
        calls.all();
        pane.setPermissions(List.of(Entry.file("a.txt", 1)), "600");
        calls.all();
        assertTrue(pane.noticeProperty().get().orElseThrow().words().contains("SITE CHMOD"));
    }

    @Test
    void linesThatCouldNotBeShownAreNamed() {
        alpha.leavesOut("Line 3 is garbage");
        pane.connect(to(alpha));
        calls.all();
        assertEquals(
                List.of("Line 3 is garbage"), pane.noticeProperty().get().orElseThrow().more());
    }

    @Test
    void theFilterEndsWithTheFolder() {
        pane.connect(to(alpha));
        calls.all();
        pane.filterProperty().set("do");
        assertEquals(List.of("docs"), names());
        pane.open(DOCS);
        calls.all();
        assertEquals("", pane.filterProperty().get());
        assertEquals(List.of("inside.txt"), names());
    }

    @Test
    void theFilterEndsWithTheConnection() {
        pane.connect(to(alpha));
        calls.all();
        pane.filterProperty().set("do");
        pane.connect(to(beta));
        calls.all();
        assertEquals(List.of("b.txt"), names());
    }

    @Test
    void theSelectionBelongsToTheFolderOnTheScreen() {
        pane.connect(to(alpha));
        calls.all();
        pane.selectedProperty().set(List.of(Entry.file("a.txt", 1)));
        var picked = pane.selection().orElseThrow();
        assertEquals(RemotePath.ROOT, picked.folder());
        assertEquals(alpha.server().id(), picked.site());
        pane.open(DOCS);
        calls.all();
        assertEquals(Optional.empty(), pane.selection());
    }

    @Test
    void onlyTheOtherPanesEntriesAreWelcome() {
        pane.connect(to(alpha));
        var entries = List.of(Entry.file("x", 1));
        var own = new Selection(PaneSide.LEFT, new SiteId("x"), DOCS, entries);
        var other = new Selection(PaneSide.RIGHT, new SiteId("x"), DOCS, entries);
        assertFalse(pane.welcomes(other), "not before it is connected");
        calls.all();
        assertTrue(pane.welcomes(other));
        assertFalse(pane.welcomes(own));
    }

    @Test
    void refreshingByItselfDoesNotDisturbACallThatIsUnderWay() {
        pane.connect(to(alpha));
        calls.all();
        pane.open(DOCS);
        pane.refreshQuietly();
        calls.all();
        assertEquals(DOCS, pane.folder());
    }

    private static Destination to(FakeServer server) {
        return new Destination(server.server(), Optional.empty());
    }

    private List<String> names() {
        return pane.shownProperty().get().rows().stream().map(Entry::name).toList();
    }

    /// Holds back what is to be run until the test lets it.
    private static final class Steps implements Executor {

        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable action) {
            waiting.add(action);
        }

        void all() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }
}
