package dev.crossdock.ui.queue;

import dev.crossdock.queue.Move;
import dev.crossdock.queue.QueueList;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of a list of jobs, taken before the table sees them.
final class QueueKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    QueueKeys(QueueActions actions, QueueList list) {
        on(KeyCode.ENTER, actions::showDetails);
        on(KeyCode.DELETE, actions::cancelOrRemove);
        if (list == QueueList.OPEN) {
            on(KeyCode.SPACE, actions::pauseOrLetGo);
            moving(KeyCode.UP, () -> actions.move(Move.UP));
            moving(KeyCode.DOWN, () -> actions.move(Move.DOWN));
            moving(KeyCode.HOME, () -> actions.move(Move.TOP));
            moving(KeyCode.END, () -> actions.move(Move.BOTTOM));
        }
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

    private void moving(KeyCode code, Runnable action) {
        keys.put(
                new KeyCodeCombination(
                        code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                action);
    }
}
