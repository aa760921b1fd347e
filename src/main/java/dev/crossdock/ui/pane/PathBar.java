package dev.crossdock.ui.pane;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Where the pane is, and the buttons for what can be done there.
final class PathBar extends HBox {

    private final TextField path = new TextField();
    private final PaneViewModel model;

    PathBar(PaneViewModel model, PaneActions actions, BookmarkMenu bookmarks) {
        this.model = model;
        String id = model.side().id();
        var offline = actions.isOffline();
        var nothing = actions.nothingSelected();
        getStyleClass().add("path-bar");

        path.setId(id + "-path");
        path.setAccessibleText(Strings.text("pane.path"));
        HBox.setHgrow(path, Priority.ALWAYS);
        model.shownProperty().subscribe(_ -> showFolder());
        model.stateProperty().subscribe(_ -> showFolder());
        path.setOnAction(_ -> actions.openTyped(path.getText()));
        path.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showFolder();
                event.consume();
            }
        });
        path.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        showFolder();
                    }
                });
        path.disableProperty().bind(offline);

        var atRoot =
                Bindings.createBooleanBinding(() -> model.folder().isRoot(), model.shownProperty());
        getChildren()
                .addAll(
                        button(id + "-up", Icon.UP, "pane.up", offline.or(atRoot), model::up),
                        button(
                                id + "-refresh",
                                Icon.REFRESH,
                                "pane.refresh",
                                offline,
                                model::refresh),
                        path,
                        bookmarks,
                        button(
                                id + "-new-folder",
                                Icon.NEW_FOLDER,
                                "pane.newFolder",
                                offline,
                                actions::newFolder),
                        button(
                                id + "-rename",
                                Icon.RENAME,
                                "pane.rename",
                                actions.notOneSelected(),
                                actions::rename),
                        button(
                                id + "-permissions",
                                Icon.PERMISSIONS,
                                "pane.permissions",
                                nothing,
                                actions::setPermissions),
                        button(
                                id + "-delete",
                                Icon.DELETE,
                                "pane.delete",
                                nothing,
                                actions::delete));
    }

    void focusPath() {
        path.requestFocus();
        path.selectAll();
    }

    private void showFolder() {
        path.setText(model.facts().isPresent() ? VisibleText.of(model.folderText()) : "");
    }

    private static Button button(
            String id, Icon icon, String key, ObservableBooleanValue disabled, Runnable action) {
        Button button = Buttons.icon(id, icon, key, action);
        button.disableProperty().bind(disabled);
        return button;
    }
}
