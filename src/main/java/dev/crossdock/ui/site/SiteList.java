package dev.crossdock.ui.site;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.ConfirmDialog;

import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The saved sites to choose from: Enter or a double click connects.
final class SiteList extends VBox {

    private static final double ROW = 44;

    /// Fewer are found without a search.
    private static final int SEARCHABLE = 8;

    private final ConnectViewModel model;
    private final ListView<Site> list = new ListView<>();

    SiteList(String prefix, ConnectViewModel model) {
        this.model = model;
        list.setId(prefix + "-sites");
        list.setAccessibleText(Strings.text("connect.sites"));
        var shown = new FilteredList<>(model.sites().shown());
        list.setItems(shown);
        var search = new SearchField(prefix + "-sites-search", "connect.search", "connect.search");
        search.textProperty()
                .subscribe(typed -> shown.setPredicate(site -> SiteTree.matches(site, typed)));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searched);
        var few = Bindings.size(model.sites().shown()).lessThan(SEARCHABLE);
        search.visibleProperty().bind(few.not());
        search.managedProperty().bind(few.not());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 5);
        list.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "site-list");
        var nothing = Labels.muted(Strings.text("connect.sites.none"));
        nothing.getStyleClass().add("site-list-empty");
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new SiteCell());
        list.setOnKeyPressed(this::pressed);
        list.setOnMouseClicked(this::clicked);
        VBox.setVgrow(list, Priority.ALWAYS);
        var notice = Labels.wrapped("");
        notice.setId(prefix + "-sites-notice");
        notice.getStyleClass().add("danger-text");
        notice.textProperty().bind(model.sites().noticeProperty());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        var local =
                Buttons.text(
                        prefix + "-this-computer",
                        Icon.COMPUTER,
                        "connect.local",
                        model::chooseLocal);
        var manage =
                Buttons.icon(prefix + "-manage-sites", Icon.EDIT, "connect.manage", model::manage);
        var head = new HBox(Labels.title(Strings.text("connect.sites")), Labels.spring(), manage);
        head.getStyleClass().add("site-list-head");
        getChildren().addAll(head, search, list, local, notice);
        getStyleClass().add("site-column");
    }

    /// Selects a site, if it is still there, so that Enter connects to it.
    void propose(SiteId id) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(id)) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(i);
            }
        }
    }

    /// Puts the cursor into the list if a site is selected in it.
    boolean focusSelected() {
        if (list.getSelectionModel().isEmpty()) {
            return false;
        }
        list.requestFocus();
        return true;
    }

    private void searched(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> {
                list.getSelectionModel().selectFirst();
                list.requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        Site site = list.getSelectionModel().getSelectedItem();
        if (site == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.choose(site);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            askToRemove(site);
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        Site site = list.getSelectionModel().getSelectedItem();
        if (site != null
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2) {
            model.choose(site);
        }
    }

    private void askToRemove(Site site) {
        ConfirmDialog.removeSite(getScene().getWindow(), site.name()).show(_ -> model.remove(site));
    }

    private final class SiteCell extends ListCell<Site> {

        private final Label name = new Label();
        private final Label address = new Label();
        private final VBox lines = new VBox(name, address);

        SiteCell() {
            lines.getStyleClass().add("site-lines");
            // Else a long name makes the list wider than its place.
            setPrefWidth(0);
            address.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        }

        @Override
        protected void updateItem(@Nullable Site site, boolean empty) {
            super.updateItem(site, empty);
            if (empty || site == null) {
                setGraphic(null);
                setContextMenu(null);
                return;
            }
            name.setText(VisibleText.of(site.name()));
            var server = site.server();
            name.setGraphic(
                    server.tls().isEncrypted()
                            ? Icon.LOCKED.node("muted-icon")
                            : Icon.UNLOCKED.node("danger-icon"));
            String login = server.user() + "@" + server.address();
            String folder = String.join(" \u203a ", site.group().names());
            address.setText(VisibleText.of(folder.isEmpty() ? login : folder + " \u00b7 " + login));
            setGraphic(lines);
            setContextMenu(menu(site));
        }

        private ContextMenu menu(Site site) {
            return new ContextMenu(
                    item("connect.go", () -> model.choose(site)),
                    item("connect.edit", () -> model.edit(site)),
                    item("connect.remove", () -> askToRemove(site)));
        }

        private static MenuItem item(String key, Runnable action) {
            var item = new MenuItem(Strings.text(key));
            item.setOnAction(_ -> action.run());
            return item;
        }
    }
}
