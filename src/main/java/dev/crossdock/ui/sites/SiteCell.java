package dev.crossdock.ui.sites;

import dev.crossdock.model.Server;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// One folder or site in the tree.
final class SiteCell extends TreeCell<Item> {

    SiteCell() {
        // Else a long name makes the tree wider than its window.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setText(VisibleText.of(item.name()));
        switch (item) {
            case Item.Folder(SiteGroup group) -> {
                setGraphic(Icon.FOLDER.node("entry-icon", "site-folder-icon"));
                setTooltip(null);
                setAccessibleText(SiteWords.of(group));
            }
            case Item.Entry(Site site) -> {
                Server server = site.server();
                String login = VisibleText.of(server.user() + "@" + server.address());
                setGraphic(graphic(site));
                setTooltip(new Tooltip(login + "\n" + SiteWords.of(server.tls())));
                setAccessibleText(getText() + ", " + login);
            }
        }
    }

    private static Node graphic(Site site) {
        Node lock =
                site.server().tls().isEncrypted()
                        ? Icon.LOCKED.node("muted-icon")
                        : Icon.UNLOCKED.node("danger-icon", "small-icon");
        var row = new HBox(lock);
        row.getStyleClass().add("site-cell-icons");
        if (site.colour() != SiteColour.NONE) {
            row.getChildren().add(ColourBox.mark(site.colour()));
        }
        return row;
    }
}
