package dev.crossdock.ui.pane;

import dev.crossdock.ui.control.TableKeys;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/// The keys of a pane's table, as two-pane programs have them.
///
/// They are taken before the table sees them, since it has ideas of its own about F2 and Tab.
final class PaneKeys {

    private final TableKeys keys = new TableKeys();

    /// @param otherPane puts the cursor into the other pane
    /// @param filter puts the cursor into the filter field
    PaneKeys(PaneViewModel model, PaneActions actions, Runnable otherPane, Runnable filter) {
        keys.on(KeyCode.ENTER, actions::openSelected);
        keys.on(KeyCode.BACK_SPACE, model::up);
        keys.on(KeyCode.TAB, otherPane);
        keys.on(KeyCode.F2, actions::rename);
        keys.on(KeyCode.F7, actions::newFolder);
        keys.on(KeyCode.F8, actions::delete);
        keys.on(KeyCode.DELETE, actions::delete);
        withShortcut(KeyCode.F, filter);
        withShortcut(KeyCode.R, model::refresh);
    }

    void install(TableView<?> table) {
        keys.install(table);
    }

    private void withShortcut(KeyCode code, Runnable action) {
        keys.on(code, action, KeyCombination.SHORTCUT_DOWN);
    }
}
