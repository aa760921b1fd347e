package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The JavaFX thread, for tests.
public final class Fx {

    private static final int PATIENCE_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Fx() {}

    /// Starts the toolkit unless it runs.
    public static void start() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX did not start", e);
        }
    }

    /// Runs on the JavaFX thread and waits for it.
    public static <T> T get(Callable<T> action) {
        try {
            return WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(action));
        } catch (TimeoutException e) {
            throw new IllegalStateException("on the JavaFX thread", e);
        }
    }

    public static void run(Runnable action) {
        get(() -> {
            action.run();
            return "";
        });
    }

    /// Waits for something that is looked at on the JavaFX thread.
    public static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> get(condition));
    }

    /// A new stage with these nodes, shown.
    public static Stage show(Parent root, double width, double height) {
        return get(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(root, width, height));
            stage.show();
            root.applyCss();
            root.layout();
            return stage;
        });
    }

    public static void close(Stage stage) {
        run(stage::hide);
    }

    public static Node find(Stage stage, String id) {
        return Objects.requireNonNull(
                stage.getScene().lookup("#" + id), () -> "no node with the id " + id);
    }

    public static boolean has(Stage stage, String id) {
        return stage.getScene().lookup("#" + id) != null;
    }

    /// The dialogs that are open. A node of any window, popups included.
    public static Node anywhere(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    public static List<DialogPane> dialogs() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .toList();
    }

    public static Button button(DialogPane dialog, String id) {
        return dialog.getButtonTypes().stream()
                .map(type -> (Button) dialog.lookupButton(type))
                .filter(button -> id.equals(button.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id));
    }
}
