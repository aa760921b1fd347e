package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The site manager, from the key that opens it to the file of sites.
class SitesInTheWindowTest {

    private final FakeServer alpha = new FakeServer("alpha");
    private final FakeServer beta = new FakeServer("beta");

    @TempDir private Path home;

    @Test
    void everythingIsDoneByKeysAlone() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder())) {
            ctrl(window.stage.getScene(), KeyCode.S, false);
            Fx.until(() -> has("sites-tree"));
            ctrl(manager(), KeyCode.N, true);
            type("Work");
            press(dialogScene(), KeyCode.ENTER);
            assertEquals(
                    List.of(SiteGroup.of("Work")),
                    Fx.get(() -> List.copyOf(window.sites.groups())));

            ctrl(manager(), KeyCode.N, false);
            untilFocused("site-host");
            type(manager(), "one.test");
            tabTo("site-user");
            type(manager(), "me");
            ctrl(manager(), KeyCode.S, false);
            Site one = only(window);
            assertEquals("one.test", one.name());
            assertEquals(SiteGroup.of("Work"), one.group());

            ctrl(manager(), KeyCode.M, false);
            press(dialogScene(), KeyCode.ENTER);
            Fx.until(() -> only(window).group().isTop());

            ctrl(manager(), KeyCode.DIGIT1, false);
            Fx.until(() -> Fx.has(window.stage, "left-refused"));
            assertFalse(Fx.get(() -> has("sites-tree")), "it is closed when a pane connects");
        }
    }

    @Test
    void whatMakesNoSenseIsShownAndNothingIsSaved() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder())) {
            open(window);
            fire("sites-new");
            fire("sites-save");
            assertTrue(Fx.get(() -> Fx.anywhere("site-host-problem").isVisible()));
            untilFocused("site-host");
            assertTrue(window.sites.all().isEmpty());
            hide();
        }
    }

    @Test
    void nothingTypedIsLostWithoutAQuestion() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha, beta)) {
            open(window);
            select(0);
            Fx.until(() -> has("site-notes"));
            Fx.run(() -> ((TextField) Fx.anywhere("site-name")).setText("other"));
            select(1);
            Fx.until(() -> dialog("site-unsaved-dialog").isPresent());
            answer("site-unsaved-back");
            assertEquals("other", text("site-name"));
            assertEquals(0, Fx.get(() -> tree().getSelectionModel().getSelectedIndex()));

            press(manager(), KeyCode.ESCAPE);
            answer("site-unsaved-save");
            Fx.until(() -> !has("sites-tree"));
            assertEquals("other", site(window, alpha).name());
        }
    }

    @Test
    void aTestShowsWhatTheServerIsAndSavesNothing() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            open(window);
            select(0);
            Fx.until(() -> has("sites-test"));
            fire("sites-test");
            Fx.until(() -> has("site-test-passed"));
            assertTrue(Fx.get(() -> has("site-test-badges")));
            Fx.run(() -> ((TextField) Fx.anywhere("site-host")).setText("nowhere.test"));
            fire("site-test-close");
            assertEquals("alpha.test", site(window, alpha).server().host());
            fire("sites-revert");
            hide();
        }
    }

    @Test
    void aThousandSitesAreSearchedAndTheFoldersOnTheWayStay() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder())) {
            window.sites.saveAll(thousand());
            open(window);
            Fx.run(() -> ((TextField) Fx.anywhere("sites-search")).setText("s777"));
            assertEquals(2, Fx.get(() -> tree().getExpandedItemCount()));
            Fx.run(() -> ((TextField) Fx.anywhere("sites-search")).setText(""));
            assertEquals(10, Fx.get(() -> tree().getExpandedItemCount()));
            hide();
        }
    }

    @Test
    void deletingAFolderSaysHowMuchGoes() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder())) {
            window.sites.saveAll(thousand());
            open(window);
            select(3);
            Fx.until(() -> has("sites-folder-delete"));
            fire("sites-folder-delete");
            DialogPane pane = Fx.get(() -> dialog("delete-dialog").orElseThrow());
            assertTrue(
                    Fx.get(() ->
                            pane.lookupAll(".label").stream()
                                    .anyMatch(label ->
                                            ((Labeled) label).getText().contains("and 95 more"))));
            Fx.run(() -> Fx.button(pane, "delete-dialog-ok").fire());
            assertEquals(900, window.sites.all().size());
            hide();
        }
    }

    @Test
    void aQuestionCountsAllThatGoes() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder())) {
            window.sites.saveAll(thousand());
            window.sites.addGroup(SiteGroup.of("Folder 3", "Inner"));
            open(window);
            Fx.run(() -> {
                tree().getSelectionModel().clearSelection();
                tree().getSelectionModel().selectRange(3, 5);
            });
            Fx.until(() -> has("sites-folder-delete") && !has("sites-folder-rename"));
            fire("sites-folder-delete");
            DialogPane pane = Fx.get(() -> dialog("delete-dialog").orElseThrow());
            assertTrue(
                    Fx.get(() ->
                            pane.lookupAll(".label").stream()
                                    .anyMatch(label ->
                                            ((Labeled) label)
                                                    .getText()
                                                    .equals("Delete 200 sites and 3 folders?"))));
            answer("delete-dialog-cancel");
            hide();
        }
    }

    @Test
    void theKeyThatSavesDoesNothingWhereNoFormIsShown() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha, beta)) {
            window.sites.addGroup(SiteGroup.of("Work"));
            open(window);
            select(1);
            Fx.until(() -> has("site-notes"));
            fire("sites-delete");
            answer("delete-dialog-ok");
            Fx.until(() -> window.sites.all().size() == 1);
            ctrl(manager(), KeyCode.S, false);
            assertEquals("beta", only(window).name());

            select(0);
            Fx.until(() -> has("sites-folder-new"));
            ctrl(manager(), KeyCode.S, false);
            assertTrue(Fx.get(() -> has("sites-folder-new")));
            hide();
        }
    }

    @Test
    void enterInTheSearchGoesToTheRowsAndSavesNothing() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            open(window);
            select(0);
            Fx.until(() -> has("site-notes"));
            Fx.run(() -> ((TextField) Fx.anywhere("site-name")).setText("other"));
            ctrl(manager(), KeyCode.F, false);
            untilFocused("sites-search");
            press(manager(), KeyCode.ENTER);
            untilFocused("sites-tree");
            assertEquals("alpha", site(window, alpha).name());
            hide();
        }
    }

    @Test
    void leavingTheProgramAsksForWhatIsTyped() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            open(window);
            select(0);
            Fx.until(() -> has("site-notes"));
            Fx.run(() -> ((TextField) Fx.anywhere("site-name")).setText("other"));
            quit(window);
            answer("site-unsaved-back");
            assertTrue(Fx.get(window.stage::isShowing));
            quit(window);
            answer("site-unsaved-save");
            Fx.until(() -> !window.stage.isShowing());
            assertEquals("other", site(window, alpha).name());
        }
    }

    @Test
    void enterConnectsThePaneThatIsActiveAtThisOpening() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            open(window);
            hide();
            Fx.run(() -> Fx.find(window.stage, "right-this-computer").requestFocus());
            open(window);
            select(0);
            Fx.until(() -> has("site-notes"));
            Fx.run(() -> tree().requestFocus());
            press(manager(), KeyCode.ENTER);
            Fx.until(() -> Fx.has(window.stage, "right-table"));
        }
    }

    private static void quit(FakeWindow window) {
        Fx.run(() ->
                window.stage.fireEvent(
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static List<Site> thousand() {
        var sites = new ArrayList<Site>();
        for (int i = 0; i < 1000; i++) {
            String name = "s" + i;
            var server =
                    new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me");
            sites.add(new Site(server, Optional.empty()).in(SiteGroup.of("Folder " + i % 10)));
        }
        return sites;
    }

    private static void open(FakeWindow window) {
        ctrl(window.stage.getScene(), KeyCode.S, false);
        Fx.until(() -> has("sites-tree"));
    }

    private static void hide() {
        press(manager(), KeyCode.ESCAPE);
        Fx.until(() -> {
            dialog("site-unsaved-dialog")
                    .ifPresent(pane -> Fx.button(pane, "site-unsaved-discard").fire());
            return !has("sites-tree");
        });
    }

    private static void select(int row) {
        Fx.run(() -> tree().getSelectionModel().clearAndSelect(row));
    }

    private static TreeView<?> tree() {
        return (TreeView<?>) Fx.anywhere("sites-tree");
    }

    private static void fire(String id) {
        Fx.run(() -> ((ButtonBase) Fx.anywhere(id)).fire());
    }

    private static String text(String id) {
        return Fx.get(() -> ((TextField) Fx.anywhere(id)).getText());
    }

    private static Site only(FakeWindow window) {
        assertEquals(1, window.sites.all().size());
        return window.sites.all().getFirst();
    }

    private static Site site(FakeWindow window, FakeServer server) {
        return window.sites.find(server.server().id()).orElseThrow();
    }

    private static boolean has(String id) {
        return javafx.stage.Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup("#" + id) != null);
    }

    private static Optional<DialogPane> dialog(String id) {
        return Fx.dialogs().stream().filter(pane -> id.equals(pane.getId())).findFirst();
    }

    private static void answer(String button) {
        Fx.until(() -> !Fx.dialogs().isEmpty());
        Fx.run(() -> Fx.button(Fx.dialogs().getLast(), button).fire());
    }

    private static Scene manager() {
        return Fx.get(() -> Fx.anywhere("sites-tree").getScene());
    }

    private static Scene dialogScene() {
        Fx.until(() -> !Fx.dialogs().isEmpty());
        return Fx.get(() -> Fx.dialogs().getLast().getScene());
    }

    private static String focused(Scene scene) {
        return Fx.get(() ->
                Optional.ofNullable(scene.getFocusOwner()).map(Node::getId).orElse("nothing"));
    }

    private static void untilFocused(String id) {
        Scene scene = manager();
        Fx.until(() ->
                Optional.ofNullable(scene.getFocusOwner())
                        .filter(node -> id.equals(node.getId()))
                        .isPresent());
    }

    /// What the Tab key does.
    private static void tabTo(String id) {
        for (int i = 0; i < 10 && !focused(manager()).equals(id); i++) {
            Fx.run(() ->
                    Fx.anywhere("sites-tree")
                            .getScene()
                            .getFocusOwner()
                            .requestFocusTraversal(TraversalDirection.NEXT));
        }
        assertEquals(id, focused(manager()));
    }

    private static void type(String text) {
        type(dialogScene(), text);
    }

    private static void type(Scene scene, String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(typed ->
                        fire(scene, KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, false, false));
    }

    private static void press(Scene scene, KeyCode code) {
        fire(scene, KeyEvent.KEY_PRESSED, "", code, false, false);
    }

    private static void ctrl(Scene scene, KeyCode code, boolean shift) {
        fire(scene, KeyEvent.KEY_PRESSED, "", code, true, shift);
    }

    private static void fire(
            Scene scene,
            javafx.event.EventType<KeyEvent> type,
            String character,
            KeyCode code,
            boolean ctrl,
            boolean shift) {
        Fx.run(() -> {
            Node owner = scene.getFocusOwner();
            (owner == null ? scene.getRoot() : owner)
                    .fireEvent(
                            new KeyEvent(
                                    type, character, character, code, shift, ctrl, false, false));
        });
    }
}
