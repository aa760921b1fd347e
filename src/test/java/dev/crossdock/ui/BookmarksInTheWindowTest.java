package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.site.Start;
import dev.crossdock.ui.pane.PaneSide;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A site's bookmarks and the folder of this computer that goes with it.
final class BookmarksInTheWindowTest {

    private final FakeServer alpha =
            new FakeServer("alpha").folder("/", "in").file("/in", "a.bin", 10);
    private final FakeServer beta = new FakeServer("beta");

    @TempDir private Path home;

    @Test
    void aBookmarkOpensItsFolderHereAndItsLocalOneInTheOtherPane() throws Exception {
        Path own = Files.createDirectories(home.resolve("own/deep"));
        try (var window = FakeWindow.open(home, new Recorder(), alpha, beta)) {
            window.sites.save(
                    site().withBookmarks(
                                    List.of(
                                            new Bookmark(
                                                    "both",
                                                    Optional.of(RemotePath.of("/in")),
                                                    Optional.of(own.toString())))));
            window.browsers.own(home);
            Fx.run(() -> ((Button) Fx.find(window.stage, "right-this-computer")).fire());
            window.connect(PaneSide.LEFT, alpha);
            untilPath(window, "right", home.toString());
            untilPath(window, "left", "/");
            fire(window, "both");
            untilPath(window, "left", "/in");
            untilPath(window, "right", own.toString());
        }
    }

    @Test
    void theFolderThatIsOpenBecomesABookmark() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha, beta)) {
            window.connect(PaneSide.LEFT, alpha);
            untilPath(window, "left", "/");
            Fx.run(() -> {
                TextField path = (TextField) Fx.find(window.stage, "left-path");
                path.setText("/in");
                path.fireEvent(new javafx.event.ActionEvent());
            });
            Fx.until(() ->
                    ((TableView<?>) Fx.find(window.stage, "left-table"))
                            .getItems()
                            .toString()
                            .contains("a.bin"));
            fire(window, "left-bookmarks-add");
            Fx.until(() -> !Fx.dialogs().isEmpty());
            DialogPane dialog = Fx.get(() -> Fx.dialogs().getFirst());
            Fx.run(() -> Fx.button(dialog, "bookmark-dialog-ok").fire());
            Fx.until(() -> !window.sites.all().getFirst().bookmarks().isEmpty());
            assertEquals(
                    List.of(
                            new Bookmark(
                                    "in", Optional.of(RemotePath.of("/in")), Optional.empty())),
                    window.sites.all().getFirst().bookmarks());
        }
    }

    @Test
    void aSitesLocalFolderOpensInTheOtherPane() throws Exception {
        Path own = Files.createDirectories(home.resolve("own"));
        try (var window = FakeWindow.open(home, new Recorder(), alpha, beta)) {
            window.sites.save(
                    site().starting(new Start(Optional.empty(), Optional.of(own.toString()))));
            window.browsers.own(home);
            Fx.run(() -> ((Button) Fx.find(window.stage, "right-this-computer")).fire());
            untilPath(window, "right", home.toString());
            window.connect(PaneSide.LEFT, alpha);
            untilPath(window, "right", own.toString());
            assertTrue(Fx.get(() -> !Fx.find(window.stage, "left-bookmarks").isDisabled()));
            assertTrue(Fx.get(() -> Fx.find(window.stage, "right-bookmarks").isDisabled()));
        }
    }

    private Site site() {
        return new Site(alpha.server(), Optional.empty());
    }

    private static void untilPath(FakeWindow window, String side, String path) {
        Fx.until(() ->
                Fx.has(window.stage, side + "-path")
                        && ((TextField) Fx.find(window.stage, side + "-path"))
                                .getText()
                                .equals(path));
    }

    /// @param item its id, or else its words
    private static void fire(FakeWindow window, String item) {
        Fx.run(() -> {
            MenuButton menu = (MenuButton) Fx.find(window.stage, "left-bookmarks");
            menu.show();
            MenuItem chosen =
                    menu.getItems().stream()
                            .filter(one ->
                                    item.equals(one.getId()) || Objects.equals(item, one.getText()))
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            chosen.fire();
        });
    }
}
