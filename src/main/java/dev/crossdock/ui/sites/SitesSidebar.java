package dev.crossdock.ui.sites;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.pane.PaneSide;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The search, the tree, and what can be done to what is selected in it.
final class SitesSidebar extends VBox {

    private final SitesViewModel model;
    private final SitesActions actions;
    private PaneSide usual = PaneSide.LEFT;
    private final SearchField search =
            new SearchField("sites-search", "sites.search", "sites.search.accessible");
    private final SiteTreeView rows;

    SitesSidebar(
            SitesViewModel model,
            SitesActions actions,
            Optional<SitesWindow.Exchange> exchange,
            Executor screen) {
        this.model = model;
        this.actions = actions;
        rows = new SiteTreeView(model, actions, screen);
        rows.tree().setContextMenu(menu());
        rows.tree().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        rows.tree().setOnMouseClicked(this::clicked);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getStyleClass().add("sites-sidebar");
        getChildren().addAll(search(), tools(), rows);
        exchange.ifPresent(it -> getChildren().add(exchange(it)));
    }

    /// @param side the pane that Enter and a double click connect
    void connectTo(PaneSide side) {
        usual = side;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void focusRows() {
        rows.focusRows();
    }

    void showSelection() {
        rows.follow();
    }

    private Node search() {
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    // The form's default button is not for who searches.
                    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                        rows.focusRows();
                        event.consume();
                    }
                });
        return search;
    }

    private Node tools() {
        var row =
                new HBox(
                        Buttons.icon("sites-new", Icon.ADD, "sites.new", actions::newSite),
                        Buttons.icon(
                                "sites-new-folder",
                                Icon.NEW_FOLDER,
                                "sites.newFolder",
                                actions::newFolder),
                        unless(
                                notOneSite(),
                                Buttons.icon(
                                        "sites-duplicate",
                                        Icon.COPY,
                                        "sites.duplicate",
                                        actions::duplicate)),
                        unless(
                                notOne(),
                                Buttons.icon(
                                        "sites-rename",
                                        Icon.RENAME,
                                        "sites.rename",
                                        actions::rename)),
                        unless(
                                none(),
                                Buttons.icon("sites-move", Icon.MOVE, "sites.move", actions::move)),
                        Labels.spring(),
                        unless(
                                none(),
                                Buttons.icon(
                                        "sites-delete",
                                        Icon.DELETE,
                                        "sites.delete",
                                        actions::delete)));
        row.getStyleClass().add("tool-row");
        return row;
    }

    private Node exchange(SitesWindow.Exchange exchange) {
        var row =
                new HBox(
                        Labels.growing(
                                wide(
                                        Buttons.plain(
                                                "sites-import",
                                                "sites.import",
                                                () -> actions.leave(exchange::bringIn)))),
                        Labels.growing(
                                wide(
                                        Buttons.plain(
                                                "sites-export",
                                                "sites.export",
                                                exchange::giveOut))));
        row.getStyleClass().add("form-row");
        return row;
    }

    private ContextMenu menu() {
        MenuItem left =
                item("sites.connect.left", Icon.COPY_LEFT, () -> actions.connect(PaneSide.LEFT));
        MenuItem right =
                item("sites.connect.right", Icon.COPY_RIGHT, () -> actions.connect(PaneSide.RIGHT));
        MenuItem duplicate = item("sites.duplicate", Icon.COPY, actions::duplicate);
        MenuItem rename = item("sites.rename", Icon.RENAME, actions::rename);
        MenuItem move = item("sites.move", Icon.MOVE, actions::move);
        MenuItem delete = item("sites.delete", Icon.DELETE, actions::delete);
        for (MenuItem each : List.of(left, right, duplicate)) {
            each.disableProperty().bind(notOneSite());
        }
        rename.disableProperty().bind(notOne());
        move.disableProperty().bind(none());
        delete.disableProperty().bind(none());
        return new ContextMenu(
                left,
                right,
                new SeparatorMenuItem(),
                item("sites.new", Icon.ADD, actions::newSite),
                item("sites.newFolder", Icon.NEW_FOLDER, actions::newFolder),
                new SeparatorMenuItem(),
                duplicate,
                rename,
                move,
                delete);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case F2 -> actions.rename();
            case DELETE -> actions.delete();
            case ENTER -> open();
            // The tree would keep it for itself.
            case ESCAPE -> actions.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            if (isOneSite()) {
                open();
            }
        }
    }

    /// Connects a site; opens or closes a folder.
    private void open() {
        if (isOneSite()) {
            actions.connect(usual);
        } else {
            var item = rows.tree().getSelectionModel().getSelectedItem();
            if (item != null && !item.isLeaf()) {
                item.setExpanded(!item.isExpanded());
            }
        }
    }

    private boolean isOneSite() {
        List<Item> items = model.selectedProperty().get();
        return items.size() == 1 && items.getFirst() instanceof Item.Entry;
    }

    private BooleanBinding none() {
        return Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().isEmpty(), model.selectedProperty());
    }

    private BooleanBinding notOne() {
        return Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().size() != 1, model.selectedProperty());
    }

    private BooleanBinding notOneSite() {
        return Bindings.createBooleanBinding(() -> !isOneSite(), model.selectedProperty());
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static Node unless(BooleanBinding disabled, Button button) {
        button.disableProperty().bind(disabled);
        return button;
    }

    private static MenuItem item(String key, Icon icon, Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.setOnAction(_ -> action.run());
        return item;
    }
}
