package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.dialog.NameDialog;
import dev.crossdock.ui.site.Destination;
import dev.crossdock.ui.site.FolderChoice;
import dev.crossdock.ui.site.SiteTree;
import dev.crossdock.ui.site.Sites;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Says which server the pane is on, and leads to others.
final class SiteMenu extends MenuButton {

    private final PaneViewModel model;
    private final Sites sites;
    private final Consumer<Optional<SiteId>> manage;

    /// @param manage opens the site manager, on a site if one is meant
    SiteMenu(PaneViewModel model, Sites sites, Consumer<Optional<SiteId>> manage) {
        this.manage = manage;
        this.model = model;
        this.sites = sites;
        setId(model.side().id() + "-site");
        getStyleClass().addAll(Styles.FLAT, "site-menu");
        setOnShowing(_ -> fill());
        // A menu button without items does not open at all.
        fill();
        model.stateProperty().subscribe(this::showState);
        sites.shown().subscribe(() -> showState(model.stateProperty().get()));
        sites.noticeProperty().addListener((_, _, words) -> tell(words));
    }

    /// Where servers are chosen the list of sites says it.
    private void tell(String words) {
        if (!words.isEmpty() && model.stateProperty().get() instanceof PaneState.Browsing) {
            model.noticeProperty().set(Optional.of(Notice.of(words)));
        }
    }

    private void showState(PaneState state) {
        switch (state) {
            case PaneState.Choosing() -> show(Strings.text("pane.notConnected"), Icon.SERVER_OFF);
            case PaneState.Connecting(Server server) -> show(nameOf(server), Icon.SERVER);
            case PaneState.Refused(Server server, _) -> show(nameOf(server), Icon.SERVER_OFF);
            case PaneState.Browsing(var facts) -> show(nameOf(facts.server()), icon(facts));
        }
    }

    private static Icon icon(ServerFacts facts) {
        if (facts.server().isLocal()) {
            return Icon.COMPUTER;
        }
        return facts.tls().isPresent() ? Icon.LOCKED : Icon.UNLOCKED;
    }

    /// A site may have been given another name since the connection was made.
    private String nameOf(Server server) {
        return sites.find(server.id()).map(Site::name).orElse(server.name());
    }

    private void show(String words, Icon icon) {
        setText(words);
        setGraphic(icon.node(icon == Icon.UNLOCKED ? "danger-icon" : "site-icon"));
        setAccessibleText(Strings.text("pane.site." + model.side().id(), words));
    }

    private void fill() {
        getItems().clear();
        getItems().addAll(items(SiteTree.of(sites.shown(), sites.groups())));
        if (!sites.shown().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems()
                .add(
                        item(
                                "local",
                                "pane.local",
                                Icon.COMPUTER,
                                () -> model.connect(Destination.LOCAL)));
        getItems().add(item("other", "pane.otherServer", Icon.ADD, this::chooseOther));
        getItems()
                .add(
                        item(
                                "manage-sites",
                                "pane.manageSites",
                                Icon.SITE,
                                () -> manage.accept(Optional.empty())));
        model.facts().ifPresent(facts -> addActions(facts.server()));
    }

    private List<MenuItem> items(SiteTree tree) {
        var items = new ArrayList<MenuItem>();
        for (SiteTree folder : tree.folders()) {
            if (folder.all().findAny().isPresent()) {
                var menu = new Menu(VisibleText.of(folder.group().name()), Icon.FOLDER.node());
                menu.setMnemonicParsing(false);
                menu.getItems().setAll(items(folder));
                items.add(menu);
            }
        }
        for (Site site : tree.sites()) {
            var item = new MenuItem(VisibleText.of(site.name()), Icon.SITE.node());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.connect(Destination.of(site)));
            items.add(item);
        }
        return items;
    }

    private void addActions(Server server) {
        Optional<Site> saved = sites.find(server.id());
        getItems().add(new SeparatorMenuItem());
        if (server.isLocal()) {
            getItems()
                    .add(item("disconnect", "pane.disconnect", Icon.DISCONNECT, model::disconnect));
            return;
        }
        if (saved.isPresent()) {
            getItems()
                    .addAll(
                            item(
                                    "edit-site",
                                    "pane.editSite",
                                    Icon.EDIT,
                                    () -> manage.accept(Optional.of(saved.get().id()))),
                            item(
                                    "save-folder",
                                    "pane.saveFolder",
                                    Icon.SAVE,
                                    () ->
                                            sites.save(
                                                    saved.get().server(),
                                                    Optional.of(model.folder()))),
                            item(
                                    "remove",
                                    "pane.removeSite",
                                    Icon.DELETE,
                                    () -> askToRemove(saved.get())));
        } else {
            getItems().add(item("save", "pane.saveSite", Icon.SAVE, () -> askForName(server)));
        }
        getItems().add(item("disconnect", "pane.disconnect", Icon.DISCONNECT, model::disconnect));
    }

    private MenuItem item(String id, String key, Icon icon, Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.setId(model.side().id() + "-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void chooseOther() {
        model.choosingProperty().set(true);
    }

    private void askForName(Server server) {
        var group = new FolderChoice("save-site-folder", sites);
        NameDialog.saveSite(getScene().getWindow(), server.name())
                .content(group)
                .show(name ->
                        sites.save(
                                server.named(name.strip()),
                                Optional.of(model.folder()),
                                group.chosen()));
    }

    private void askToRemove(Site site) {
        ConfirmDialog.removeSite(getScene().getWindow(), site.name()).show(_ -> sites.remove(site));
    }
}
