package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.FailureDialog;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a pane shows when a server could not be reached: why, and the ways on.
final class RefusedView extends VBox {

    /// @param edit opens the form with this server in it
    RefusedView(PaneViewModel model, Server server, Failure failure, Runnable edit) {
        String id = model.side().id();
        getStyleClass().add("pane-state");
        setId(id + "-refused");
        var icon = Icon.FAILED.node("failure-icon");
        var title = Labels.title(Strings.text("pane.refused", server.name()));
        var message = Labels.wrapped(VisibleText.of(failure.message()));
        message.setId(id + "-refused-message");
        getChildren().addAll(icon, title, message);
        if (!failure.advice().isEmpty()) {
            getChildren().add(Labels.muted(VisibleText.of(failure.advice())));
        }
        var retry = Buttons.text(id + "-retry", Icon.RETRY, "pane.retry", model::retry);
        retry.getStyleClass().add(Styles.ACCENT);
        var actions =
                new HBox(
                        retry,
                        Buttons.text(id + "-edit", Icon.EDIT, "pane.edit", edit),
                        Buttons.text(
                                id + "-details",
                                Icon.DETAILS,
                                "pane.details",
                                () ->
                                        FailureDialog.create(
                                                        getScene().getWindow(),
                                                        server.name(),
                                                        failure)
                                                .show(_ -> {})));
        actions.getStyleClass().add("state-actions");
        getChildren().add(actions);
    }
}
