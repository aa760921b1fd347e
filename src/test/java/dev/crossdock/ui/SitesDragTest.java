package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.site.SiteGroup;

import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

/// A site carried onto a folder with a real pointer.
class SitesDragTest {

    private final FakeServer alpha = new FakeServer("alpha");

    @TempDir private Path home;

    @BeforeEach
    void needsAPointer() {
        Pointer.require();
    }

    @Test
    void aSiteDroppedOnAFolderMovesIntoIt() throws Exception {
        try (var window = FakeWindow.open(home, new Recorder(), alpha)) {
            window.sites.addGroup(SiteGroup.of("Work"));
            Fx.run(() ->
                    Objects.requireNonNull(
                                    window.stage
                                            .getScene()
                                            .getAccelerators()
                                            .get(
                                                    new KeyCodeCombination(
                                                            KeyCode.S,
                                                            KeyCombination.SHORTCUT_DOWN)))
                            .run());
            Fx.until(() -> tree().getExpandedItemCount() == 2);
            Stage manager = Fx.get(() -> (Stage) tree().getScene().getWindow());
            Fx.until(() -> manager.isShowing() && tree().lookupAll(".tree-cell").size() > 1);
            Pointer.drag(manager, cell(1), cell(0), "sites-tree");
            Fx.until(() ->
                    window.sites
                            .find(alpha.server().id())
                            .orElseThrow()
                            .group()
                            .equals(SiteGroup.of("Work")));
            assertEquals(1, window.sites.all().size());
            Fx.run(() -> manager.hide());
        }
    }

    private static TreeView<?> tree() {
        return (TreeView<?>) Fx.anywhere("sites-tree");
    }

    private static Node cell(int row) {
        return Fx.get(() ->
                tree().lookupAll(".tree-cell").stream()
                        .filter(cell -> ((TreeCell<?>) cell).getIndex() == row)
                        .findFirst()
                        .orElseThrow());
    }
}
