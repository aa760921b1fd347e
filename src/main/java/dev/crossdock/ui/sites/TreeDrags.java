package dev.crossdock.ui.sites;

import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Drags;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import java.util.List;

/// Moves sites and folders into other folders by dragging them.
final class TreeDrags {

    private static final DataFormat SITES = Drags.format("application/x-crossdock-sites");
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final TreeView<Item> tree;
    private final SitesViewModel model;
    private final SitesActions actions;

    TreeDrags(TreeView<Item> tree, SitesViewModel model, SitesActions actions) {
        this.tree = tree;
        this.model = model;
        this.actions = actions;
        tree.setOnDragOver(event -> over(event, SiteGroup.TOP));
        tree.setOnDragDropped(event -> dropped(event, SiteGroup.TOP));
        tree.setOnDragDone(_ -> Drags.letPointerGo(tree));
    }

    /// Makes a cell one that can be dragged and dropped on.
    TreeCell<Item> prepare(TreeCell<Item> cell) {
        cell.setOnDragDetected(event -> detected(cell, event));
        cell.setOnDragOver(event -> {
            if (!cell.isEmpty()) {
                boolean welcome = over(event, cell.getItem().around());
                cell.pseudoClassStateChanged(DROP_TARGET, welcome);
                event.consume();
            }
        });
        cell.setOnDragExited(_ -> cell.pseudoClassStateChanged(DROP_TARGET, false));
        cell.setOnDragDropped(event -> {
            cell.pseudoClassStateChanged(DROP_TARGET, false);
            if (!cell.isEmpty()) {
                dropped(event, cell.getItem().around());
            }
        });
        return cell;
    }

    private void detected(TreeCell<Item> cell, MouseEvent event) {
        List<Item> items = model.selectedProperty().get();
        if (cell.isEmpty() || items.isEmpty()) {
            return;
        }
        var board = tree.startDragAndDrop(TransferMode.MOVE);
        var content = new ClipboardContent();
        content.put(SITES, "");
        board.setContent(content);
        String words =
                items.size() == 1
                        ? VisibleText.of(items.getFirst().name())
                        : Strings.text("sites.dragged", items.size());
        board.setDragView(Drags.picture(tree, Icon.SITE, words), -12, -12);
        event.consume();
    }

    private boolean over(DragEvent event, SiteGroup to) {
        boolean welcome = isOurs(event) && model.canMove(model.selectedProperty().get(), to);
        if (welcome) {
            event.acceptTransferModes(TransferMode.MOVE);
        }
        return welcome;
    }

    private void dropped(DragEvent event, SiteGroup to) {
        if (isOurs(event)) {
            actions.move(model.selectedProperty().get(), to);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isOurs(DragEvent event) {
        return tree.equals(event.getGestureSource()) && event.getDragboard().hasContent(SITES);
    }
}
