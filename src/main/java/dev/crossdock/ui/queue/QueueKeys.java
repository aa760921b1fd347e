package dev.crossdock.ui.queue;

import dev.crossdock.queue.Move;
import dev.crossdock.queue.QueueList;
import dev.crossdock.ui.control.TableKeys;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/// The keys of a list of jobs, taken before the table sees them.
final class QueueKeys {

    private final TableKeys keys = new TableKeys();

    QueueKeys(QueueActions actions, QueueList list) {
        keys.on(KeyCode.ENTER, actions::showDetails);
        keys.on(KeyCode.DELETE, actions::cancelOrRemove);
        if (list == QueueList.OPEN) {
            keys.on(KeyCode.SPACE, actions::pauseOrLetGo);
            moving(KeyCode.UP, () -> actions.move(Move.UP));
            moving(KeyCode.DOWN, () -> actions.move(Move.DOWN));
            moving(KeyCode.HOME, () -> actions.move(Move.TOP));
            moving(KeyCode.END, () -> actions.move(Move.BOTTOM));
        }
    }

    void install(TableView<?> table) {
        keys.install(table);
    }

    private void moving(KeyCode code, Runnable action) {
        keys.on(code, action, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
