package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.NameDialog;
import dev.crossdock.ui.site.Sites;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.Optional;
import java.util.function.Consumer;

/// Leads to the bookmarks of the site that the pane is on.
final class BookmarkMenu extends MenuButton {

    private final PaneViewModel model;
    private final Sites sites;
    private final Consumer<String> localFolder;
    private final String id;

    /// @param localFolder opens a folder of this computer in the other pane, if that is there
    BookmarkMenu(PaneViewModel model, Sites sites, Consumer<String> localFolder) {
        this.model = model;
        this.sites = sites;
        this.localFolder = localFolder;
        id = model.side().id() + "-bookmarks";
        setId(id);
        setGraphic(Icon.SITE.node());
        getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "bookmark-menu");
        Tip.of(this).say(Strings.text("pane.bookmarks"));
        setAccessibleText(Strings.text("pane.bookmarks"));
        setOnShowing(_ -> fill());
        // A menu button without items does not open at all.
        fill();
        model.stateProperty()
                .subscribe(_ -> setDisable(model.facts().isEmpty() || model.isLocal()));
    }

    private void fill() {
        getItems().clear();
        Optional<Site> site = model.facts().flatMap(facts -> sites.find(facts.server().id()));
        if (site.isEmpty()) {
            getItems().add(note("pane.bookmarks.unsaved"));
            return;
        }
        for (Bookmark bookmark : site.get().bookmarks()) {
            var item = new MenuItem(VisibleText.of(bookmark.name()), Icon.FOLDER.node());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> open(bookmark));
            getItems().add(item);
        }
        if (site.get().bookmarks().isEmpty()) {
            getItems().add(note("pane.bookmarks.none"));
        }
        var add = new MenuItem(Strings.text("pane.bookmarks.add"), Icon.SAVE.node());
        add.setId(id + "-add");
        Server server = site.get().server();
        add.setOnAction(_ -> askForName(server, model.folder()));
        getItems().addAll(new SeparatorMenuItem(), add);
    }

    private void open(Bookmark bookmark) {
        bookmark.remote().ifPresent(model::open);
        bookmark.local().ifPresent(localFolder);
    }

    private void askForName(Server server, RemotePath folder) {
        String proposal = folder.isRoot() ? "/" : folder.name();
        NameDialog.bookmark(getScene().getWindow(), proposal)
                .show(name -> sites.addBookmark(server, name.strip(), folder));
    }

    private static MenuItem note(String key) {
        var item = new MenuItem(Strings.text(key));
        item.setDisable(true);
        return item;
    }
}
