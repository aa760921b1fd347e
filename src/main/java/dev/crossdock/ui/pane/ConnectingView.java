package dev.crossdock.ui.pane;

import dev.crossdock.model.Server;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What a pane shows on the way to a server.
final class ConnectingView extends VBox {

    ConnectingView(PaneViewModel model, Server server) {
        getStyleClass().add("pane-state");
        setId(model.side().id() + "-connecting");
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("pane-spinner");
        var title = Labels.title(Strings.text("pane.connecting", server.name()));
        var address = Labels.muted(Strings.text("pane.connecting.to", server.address()));
        var cancel =
                Buttons.text(
                        model.side().id() + "-connect-cancel",
                        Icon.CANCEL,
                        "dialog.cancel",
                        model::disconnect);
        getChildren().addAll(spinner, title, address, cancel);
    }
}
