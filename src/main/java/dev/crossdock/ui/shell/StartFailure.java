package dev.crossdock.ui.shell;

import dev.crossdock.model.Failure;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.FailureDialog;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// Says why there is no window.
public final class StartFailure {

    private StartFailure() {}

    /// @param stage that of the window that cannot be shown
    /// @param read after the user has read it
    public static void show(Stage stage, Failure failure, Runnable read) {
        Application.setUserAgentStylesheet(Look.LIGHT.stylesheet());
        var scene = new Scene(new Pane());
        scene.getStylesheets().add(ShellWindow.stylesheet());
        stage.setScene(scene);
        FailureDialog.create(stage, Strings.text("shell.start.failed"), failure)
                .show(_ -> read.run(), read);
    }
}
