package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.queue.Move;
import dev.crossdock.queue.Priority;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

import java.util.List;

/// The buttons and the context menu of one list.
final class QueueMenus {

    private final QueueActions actions;

    QueueMenus(QueueActions actions) {
        this.actions = actions;
    }

    HBox openTools(Node... first) {
        var none = actions.nothingPicked();
        var still = actions.nothingThatWaits();
        var row =
                new HBox(
                        pauseButton(),
                        button("queue-cancel", Icon.CANCEL, "queue.cancel", none, actions::cancel),
                        button("queue-top", Icon.TOP, "queue.top", still, this::top),
                        button("queue-up", Icon.UP, "queue.up", still, this::up),
                        button("queue-down", Icon.DOWN, "queue.down", still, this::down),
                        button("queue-bottom", Icon.BOTTOM, "queue.bottom", still, this::bottom),
                        details("queue"));
        row.getChildren().addAll(0, List.of(first));
        row.getStyleClass().add("tool-row");
        return row;
    }

    HBox failedTools() {
        var none = actions.nothingPicked();
        var empty = actions.nothingHere();
        Button all =
                Buttons.text(
                        "failed-retry-all", Icon.RETRY_ALL, "queue.retryAll", actions::retryAll);
        all.disableProperty().bind(empty);
        all.getStyleClass().add(Styles.SMALL);
        var row =
                new HBox(
                        all,
                        button("failed-retry", Icon.RETRY, "queue.retry", none, actions::retry),
                        details("failed"),
                        button("failed-remove", Icon.REMOVE, "queue.remove", none, actions::remove),
                        button(
                                "failed-clear",
                                Icon.CLEAR_FINISHED,
                                "queue.clear.failed",
                                empty,
                                actions::clear));
        row.getStyleClass().add("tool-row");
        return row;
    }

    HBox endedTools(Node... first) {
        var none = actions.nothingPicked();
        var row =
                new HBox(
                        button(
                                "finished-retry",
                                Icon.RETRY,
                                "queue.retry",
                                actions.nothingToRetry(),
                                actions::retry),
                        details("finished"),
                        button(
                                "finished-remove",
                                Icon.REMOVE,
                                "queue.remove",
                                none,
                                actions::remove),
                        button(
                                "finished-clear",
                                Icon.CLEAR_FINISHED,
                                "queue.clear.finished",
                                actions.nothingHere(),
                                actions::clear));
        row.getChildren().addAll(0, List.of(first));
        row.getStyleClass().add("tool-row");
        return row;
    }

    ContextMenu openMenu() {
        var none = actions.nothingPicked();
        var still = actions.nothingThatWaits();
        var priority = new Menu(Strings.text("queue.priority"));
        for (Priority each : Priority.values()) {
            var item = new MenuItem(Strings.text("queue.priority." + each.word()));
            item.setId("queue-priority-" + each.word());
            item.setOnAction(_ -> actions.prioritize(each));
            priority.getItems().add(item);
        }
        priority.disableProperty().bind(still);
        return new ContextMenu(
                detailsItem(),
                new SeparatorMenuItem(),
                item("queue.pauseOne", Icon.PAUSE, none, actions::pauseOrLetGo),
                item("queue.letGo", Icon.RESUME, actions.nothingToLetGo(), actions::letGo),
                item("queue.startAt", Icon.LATER, still, actions::startAt),
                new SeparatorMenuItem(),
                priority,
                item("queue.top", Icon.TOP, still, this::top),
                item("queue.up", Icon.UP, still, this::up),
                item("queue.down", Icon.DOWN, still, this::down),
                item("queue.bottom", Icon.BOTTOM, still, this::bottom),
                new SeparatorMenuItem(),
                item("queue.cancel", Icon.CANCEL, none, actions::cancel));
    }

    ContextMenu failedMenu() {
        var none = actions.nothingPicked();
        var empty = actions.nothingHere();
        return new ContextMenu(
                detailsItem(),
                new SeparatorMenuItem(),
                item("queue.retry", Icon.RETRY, none, actions::retry),
                item("queue.retryAll", Icon.RETRY_ALL, empty, actions::retryAll),
                new SeparatorMenuItem(),
                item("queue.remove", Icon.REMOVE, none, actions::remove),
                item("queue.clear.failed", Icon.CLEAR_FINISHED, empty, actions::clear));
    }

    ContextMenu endedMenu() {
        return new ContextMenu(
                detailsItem(),
                new SeparatorMenuItem(),
                item("queue.retry", Icon.RETRY, actions.nothingToRetry(), actions::retry),
                item("queue.remove", Icon.REMOVE, actions.nothingPicked(), actions::remove),
                new SeparatorMenuItem(),
                item(
                        "queue.clear.finished",
                        Icon.CLEAR_FINISHED,
                        actions.nothingHere(),
                        actions::clear));
    }

    private void top() {
        actions.move(Move.TOP);
    }

    private void up() {
        actions.move(Move.UP);
    }

    private void down() {
        actions.move(Move.DOWN);
    }

    private void bottom() {
        actions.move(Move.BOTTOM);
    }

    /// Pauses, or lets go when all that is selected is held back.
    private Button pauseButton() {
        Button button =
                Buttons.icon(
                        "queue-pause-jobs", Icon.PAUSE, "queue.pauseOne", actions::pauseOrLetGo);
        button.disableProperty().bind(actions.nothingPicked());
        actions.letsGo()
                .subscribe(letsGo -> {
                    String words = Strings.text(letsGo ? "queue.letGo" : "queue.pauseOne");
                    button.setGraphic((letsGo ? Icon.RESUME : Icon.PAUSE).node());
                    Tip.of(button).say(words);
                    button.setAccessibleText(words);
                });
        return button;
    }

    private Button details(String list) {
        return button(
                list + "-details",
                Icon.DETAILS,
                "queue.details",
                actions.notOne(),
                actions::showDetails);
    }

    private MenuItem detailsItem() {
        return item("queue.details", Icon.DETAILS, actions.notOne(), actions::showDetails);
    }

    private static Button button(
            String id, Icon icon, String key, ObservableBooleanValue disabled, Runnable action) {
        Button button = Buttons.icon(id, icon, key, action);
        button.disableProperty().bind(disabled);
        return button;
    }

    private static MenuItem item(
            String key, Icon icon, ObservableBooleanValue disabled, Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.setId(key.replace('.', '-') + "-item");
        item.disableProperty().bind(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
