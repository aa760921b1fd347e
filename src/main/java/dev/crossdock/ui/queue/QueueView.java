package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.SiteId;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import java.util.function.Function;

/// The queue: its table and what can be done with jobs.
public final class QueueView extends BorderPane {

    private final QueueTable table;
    private final QueueActions actions;
    private final HBox tools;

    /// @param siteName what the user calls a site
    public QueueView(
            QueueViewModel model, LimitViewModel limit, Function<SiteId, String> siteName) {
        var words = new JobWords(siteName);
        table = new QueueTable(model, words);
        actions = new QueueActions(model, table, words);
        tools = tools(model, limit);
        setId("queue");
        setCenter(table);
        table.setContextMenu(menu());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                actions.showDetails();
            }
        });
    }

    /// The buttons, for the bar above the table.
    public Node bar() {
        return tools;
    }

    public void focus() {
        table.requestFocus();
    }

    private HBox tools(QueueViewModel model, LimitViewModel limit) {
        var pause = new ToggleButton(null, Icon.PAUSE.node());
        pause.setId("queue-pause");
        pause.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        pause.setTooltip(new Tooltip(Strings.text("queue.pause")));
        pause.setAccessibleText(Strings.text("queue.pause"));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        var row =
                new HBox(
                        new LimitButton(limit),
                        pause,
                        button(
                                "queue-cancel",
                                Icon.CANCEL,
                                "queue.cancel",
                                actions.nothingToCancel(),
                                actions::cancel),
                        button(
                                "queue-retry",
                                Icon.RETRY,
                                "queue.retry",
                                actions.nothingToRetry(),
                                actions::retry),
                        button(
                                "queue-details",
                                Icon.DETAILS,
                                "queue.details",
                                actions.notOne(),
                                actions::showDetails),
                        button(
                                "queue-remove",
                                Icon.REMOVE,
                                "queue.remove",
                                actions.nothingToRemove(),
                                actions::remove),
                        Buttons.icon(
                                "queue-clear",
                                Icon.CLEAR_FINISHED,
                                "queue.clear",
                                actions::clearFinished));
        row.getStyleClass().add("tool-row");
        return row;
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("queue.details", Icon.DETAILS, actions.notOne(), actions::showDetails),
                new SeparatorMenuItem(),
                item("queue.cancel", Icon.CANCEL, actions.nothingToCancel(), actions::cancel),
                item("queue.retry", Icon.RETRY, actions.nothingToRetry(), actions::retry),
                item("queue.remove", Icon.REMOVE, actions.nothingToRemove(), actions::remove),
                new SeparatorMenuItem(),
                clearItem());
    }

    private MenuItem clearItem() {
        var item = new MenuItem(Strings.text("queue.clear"), Icon.CLEAR_FINISHED.node());
        item.setOnAction(_ -> actions.clearFinished());
        return item;
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
        item.disableProperty().bind(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                actions.showDetails();
                event.consume();
            }
            case DELETE -> {
                actions.cancelOrRemove();
                event.consume();
            }
            default -> {}
        }
    }
}
