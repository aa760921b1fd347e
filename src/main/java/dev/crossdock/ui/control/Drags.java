package dev.crossdock.ui.control;

import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

import java.util.Locale;

/// What the drag gestures of the window have in common.
public final class Drags {

    private static final boolean IS_GTK =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    private static final MouseButton FREEING = MouseButton.MIDDLE;

    private Drags() {}

    /// A kind of content of our own; each can be made only once.
    public static DataFormat format(String id) {
        DataFormat known = DataFormat.lookupMimeType(id);
        return known == null ? new DataFormat(id) : known;
    }

    /// What hangs on the pointer, in the looks of the window that it comes from.
    public static Image picture(Node from, Icon icon, String words) {
        var label = new Label(words);
        label.setGraphic(icon.node());
        label.getStyleClass().add("drag-picture");
        var scene = new Scene(label, Color.TRANSPARENT);
        scene.getStylesheets().setAll(from.getScene().getStylesheets());
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        label.applyCss();
        return label.snapshot(parameters, null);
    }

    /// To be called when a drag from a node is done.
    ///
    /// JavaFX on GTK 3 misses the release of the button that ends a drag, and keeps the pointer for
    /// the window that it began in: a dialog that opens next hears of no click. Another button that
    /// is pressed and released frees the pointer; the window itself does not hear of that one.
    public static void letPointerGo(Node source) {
        Window window = source.getScene().getWindow();
        if (!IS_GTK || window == null) {
            return;
        }
        var robot = new Robot();
        Point2D at = robot.getMousePosition();
        boolean isInside =
                new BoundingBox(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                        .contains(at);
        // Elsewhere it could be another program's window that hears of it.
        if (isInside) {
            var deaf = new Deaf(window);
            deaf.begin();
            robot.mouseClick(FREEING);
        }
    }

    /// Keeps one click of the freeing button from everything in a window.
    private static final class Deaf implements EventHandler<MouseEvent> {

        private final Window window;

        Deaf(Window window) {
            this.window = window;
        }

        void begin() {
            window.addEventFilter(MouseEvent.ANY, this);
        }

        @Override
        public void handle(MouseEvent event) {
            if (event.getButton() == FREEING) {
                event.consume();
                if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
                    window.removeEventFilter(MouseEvent.ANY, this);
                }
            }
        }
    }
}
