package dev.crossdock.ui.pane;

import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.ServerLink;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.TableRows;
import dev.crossdock.ui.site.ConnectView;
import dev.crossdock.ui.site.ConnectViewModel;
import dev.crossdock.ui.site.Sites;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One pane of the window: what it is on, what it shows, what can be done.
public final class PaneView extends BorderPane {

    /// What a pane needs of the window around it.
    ///
    /// @param carried the drag that is going on
    /// @param drop takes what was dropped here and the folder it was dropped on
    /// @param copy copies this pane's selection to the other pane
    /// @param otherPane puts the cursor into the other pane
    /// @param localFolder opens a folder of this computer in the other pane, if that is there
    /// @param manage opens the site manager, on a site if one is meant
    public record Around(
            Carried carried,
            BiConsumer<Selection, RemotePath> drop,
            Runnable copy,
            Runnable otherPane,
            Consumer<String> localFolder,
            Consumer<Optional<SiteId>> manage) {}

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final PaneViewModel model;
    private final SiteMenu siteMenu;
    private final PathBar pathBar;
    private final EntryTable table;
    private final StatusRow status;
    private final ConnectViewModel connectModel;
    private final ConnectView connect;
    private final VBox listing = new VBox();
    private final Node badges;

    public PaneView(PaneViewModel model, Sites sites, Around around, ZoneId zone) {
        this.model = model;
        setId(model.side().id() + "-pane");
        getStyleClass().add("pane");
        var words = new EntryWords(zone);
        var actions = new PaneActions(model, () -> getScene().getWindow());
        siteMenu = new SiteMenu(model, sites, around.manage());
        pathBar = new PathBar(model, actions, new BookmarkMenu(model, sites, around.localFolder()));
        badges = new BadgeRow(model);
        table = new EntryTable(model, words);
        status = new StatusRow(model, words, () -> table.requestFocus());
        connectModel = new ConnectViewModel(sites, model::connect, around.manage());
        connect =
                new ConnectView(
                        model.side().id(), connectModel, () -> model.choosingProperty().set(false));

        table.setContextMenu(new PaneMenu(model, actions, around.copy()));
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(event, actions));
        new PaneKeys(model, actions, around.otherPane(), status::focusFilter).install(table);
        new EntryDrags(table, model, around.carried(), around.drop()).install();
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        listing.getChildren().addAll(new NoticeBar(model, actions), table, status);
        listing.getStyleClass().add("listing");

        setTop(new VBox(header(), pathBar, badges));
        model.stateProperty().subscribe(_ -> showBody());
        model.choosingProperty().subscribe(_ -> showBody());
    }

    public PaneViewModel model() {
        return model;
    }

    /// Marks the pane that keys such as F5 are about.
    public void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    /// Whether a node is one of this pane's.
    public boolean holds(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(this)) {
                return true;
            }
        }
        return false;
    }

    /// Puts the cursor where it is of most use: into the table, else into the form.
    public void focus() {
        if (showsListing()) {
            table.requestFocus();
        } else if (connect.equals(getCenter())) {
            connect.focusForm();
        } else {
            siteMenu.requestFocus();
        }
    }

    /// Shows the form with what a link says; an open connection stays behind it.
    public void fill(ServerLink link) {
        connectModel.fill(link);
        if (model.facts().isPresent()) {
            model.choosingProperty().set(true);
        } else {
            model.disconnect();
        }
        connect.focusHost();
    }

    /// Selects a site to connect to while the pane is not connected.
    public void propose(SiteId site) {
        connect.propose(site);
    }

    public void focusPath() {
        pathBar.focusPath();
    }

    public void openSites() {
        siteMenu.show();
        siteMenu.requestFocus();
    }

    private Node header() {
        String id = model.side().id();
        var disconnect =
                Buttons.icon(
                        id + "-disconnect-button",
                        Icon.DISCONNECT,
                        "pane.disconnect",
                        model::disconnect);
        var browsing = model.stateProperty().map(PaneState.Browsing.class::isInstance);
        disconnect.visibleProperty().bind(browsing);
        var header = new HBox(siteMenu, Labels.spring(), disconnect);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private void showBody() {
        boolean hadFocus = getScene() != null && holds(getScene().getFocusOwner());
        boolean browsing = model.facts().isPresent();
        connectModel.canGoBackProperty().set(browsing);
        setCenter(browsing && model.choosingProperty().get() ? connect : body());
        pathBar.setVisible(showsListing());
        pathBar.setManaged(showsListing());
        badges.setVisible(showsListing());
        badges.setManaged(showsListing());
        if (hadFocus) {
            focus();
        }
    }

    private boolean showsListing() {
        return listing.equals(getCenter());
    }

    private Node body() {
        return switch (model.stateProperty().get()) {
            case PaneState.Choosing() -> connect;
            case PaneState.Connecting(Server server) -> new ConnectingView(model, server);
            case PaneState.Refused(Server server, Failure failure) ->
                    new RefusedView(model, server, failure, () -> edit(server));
            case PaneState.Browsing _ -> listing;
        };
    }

    private void edit(Server server) {
        if (!connectModel.edit(server)) {
            model.disconnect();
            connect.focusHost();
        }
    }

    private void clicked(MouseEvent event, PaneActions actions) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && TableRows.at(event.getPickResult()).isPresent()) {
            actions.openSelected();
        }
    }
}
