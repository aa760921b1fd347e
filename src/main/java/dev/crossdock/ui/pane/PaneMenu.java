package dev.crossdock.ui.pane;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/// The context menu of a pane's table.
final class PaneMenu extends ContextMenu {

    PaneMenu(PaneViewModel model, PaneActions actions, Runnable copy) {
        setId(model.side().id() + "-menu");
        var nothing = actions.nothingSelected();
        var offline = actions.isOffline();
        getItems()
                .addAll(
                        item("pane.copy", Icon.COPY, KeyCode.F5, nothing, copy),
                        item(
                                "pane.open",
                                Icon.EMPTY_FOLDER,
                                KeyCode.ENTER,
                                actions.notOneSelected(),
                                actions::openSelected),
                        new SeparatorMenuItem(),
                        item(
                                "pane.newFolder",
                                Icon.NEW_FOLDER,
                                KeyCode.F7,
                                offline,
                                actions::newFolder),
                        item(
                                "pane.rename",
                                Icon.RENAME,
                                KeyCode.F2,
                                actions.notOneSelected(),
                                actions::rename),
                        item(
                                "pane.permissions",
                                Icon.PERMISSIONS,
                                null,
                                nothing,
                                actions::setPermissions),
                        item("pane.delete", Icon.DELETE, KeyCode.F8, nothing, actions::delete),
                        new SeparatorMenuItem(),
                        item("pane.refresh", Icon.REFRESH, null, offline, model::refresh));
    }

    private static MenuItem item(
            String key,
            Icon icon,
            @org.jspecify.annotations.Nullable KeyCode code,
            ObservableBooleanValue disabled,
            Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        if (code != null) {
            item.setAccelerator(new KeyCodeCombination(code));
        }
        item.disableProperty().bind(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
