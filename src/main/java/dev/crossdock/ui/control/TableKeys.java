package dev.crossdock.ui.control;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.Map;

/// What keys do in a table; they are taken before the table sees them.
public final class TableKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /// @param with the keys that are held down meanwhile
    public void on(KeyCode code, Runnable action, KeyCombination.Modifier... with) {
        keys.put(new KeyCodeCombination(code, with), action);
    }

    public void install(TableView<?> table) {
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
}
