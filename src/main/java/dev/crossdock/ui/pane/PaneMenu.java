package dev.crossdock.ui.pane;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a pane's table.
///
/// Its items have no accelerators: JavaFX would make them keys of the whole window, those of the
/// second pane in the place of those of the first.
final class PaneMenu extends ContextMenu {

    PaneMenu(PaneViewModel model, PaneActions actions, Runnable copy) {
        setId(model.side().id() + "-menu");
        var nothing = actions.nothingSelected();
        var offline = actions.isOffline();
        getItems()
                .addAll(
                        item("pane.copy", Icon.COPY, nothing, copy),
                        item(
                                "pane.open",
                                Icon.EMPTY_FOLDER,
                                actions.notOneSelected(),
                                actions::openSelected),
                        new SeparatorMenuItem(),
                        item("pane.newFolder", Icon.NEW_FOLDER, offline, actions::newFolder),
                        item("pane.rename", Icon.RENAME, actions.notOneSelected(), actions::rename),
                        item(
                                "pane.permissions",
                                Icon.PERMISSIONS,
                                nothing,
                                actions::setPermissions),
                        item("pane.delete", Icon.DELETE, nothing, actions::delete),
                        new SeparatorMenuItem(),
                        item("pane.refresh", Icon.REFRESH, offline, model::refresh));
    }

    private static MenuItem item(
            String key, Icon icon, ObservableBooleanValue disabled, Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.disableProperty().bind(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
