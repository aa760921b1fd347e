package dev.crossdock.ui.pane;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of a pane's table, as two-pane programs have them.
///
/// They are taken before the table sees them, since it has ideas of its own about F2 and Tab.
final class PaneKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /// @param otherPane puts the cursor into the other pane
    /// @param filter puts the cursor into the filter field
    PaneKeys(PaneViewModel model, PaneActions actions, Runnable otherPane, Runnable filter) {
        on(KeyCode.ENTER, actions::openSelected);
        on(KeyCode.BACK_SPACE, model::up);
        on(KeyCode.TAB, otherPane);
        on(KeyCode.F2, actions::rename);
        on(KeyCode.F7, actions::newFolder);
        on(KeyCode.F8, actions::delete);
        on(KeyCode.DELETE, actions::delete);
        withShortcut(KeyCode.F, filter);
        withShortcut(KeyCode.R, model::refresh);
    }

    void install(TableView<?> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        for (var key : keys.entrySet()) {
            if (key.getKey().match(event)) {
                key.getValue().run();
                event.consume();
                return;
            }
        }
    }

    private void on(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code), action);
    }

    private void withShortcut(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }
}
