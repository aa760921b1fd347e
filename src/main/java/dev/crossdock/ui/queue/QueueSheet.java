package dev.crossdock.ui.queue;

import dev.crossdock.queue.QueueList;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;

import java.util.function.Function;

/// One of the queue's lists: its table, and the buttons for the bar above it.
final class QueueSheet extends BorderPane {

    private final QueueTable table;
    private final QueueActions actions;
    private Node tools = new BorderPane();

    QueueSheet(
            String id, QueueList kind, QueueViewModel model, QueueOrders orders, JobWords words) {
        setId(id);
        table = new QueueTable(id, model.list(kind), words);
        actions = new QueueActions(model, orders, table, words);
        setCenter(table);
        new QueueKeys(actions, kind).install(table);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                actions.showDetails();
            }
        });
    }

    QueueTable table() {
        return table;
    }

    QueueActions actions() {
        return actions;
    }

    /// @param making what the buttons are
    void tools(Function<QueueMenus, Node> making) {
        tools = making.apply(new QueueMenus(actions));
    }

    Node bar() {
        return tools;
    }
}
