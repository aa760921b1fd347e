package dev.crossdock.ui.pump;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/// Runs things on the JavaFX thread, in order, never at once.
public final class FxThread implements Executor {

    @Override
    public void execute(Runnable action) {
        Platform.runLater(action);
    }
}
