package dev.crossdock.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.Optional;

/// Puts a stage where it was, as far as the screens of today allow, and tells where it is.
final class WindowFrame {

    private static final double USUAL_WIDTH = 1180;
    private static final double USUAL_HEIGHT = 780;
    private static final double MIN_WIDTH = 940;
    private static final double MIN_HEIGHT = 600;

    private final Stage stage;

    WindowFrame(Stage stage) {
        this.stage = stage;
    }

    void restore(WindowMemory memory) {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Optional<WindowMemory.Bounds> bounds = memory.bounds().filter(WindowFrame::isOnAScreen);
        if (bounds.isPresent()) {
            stage.setX(bounds.get().x());
            stage.setY(bounds.get().y());
            stage.setWidth(Math.max(MIN_WIDTH, bounds.get().width()));
            stage.setHeight(Math.max(MIN_HEIGHT, bounds.get().height()));
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        }
        stage.setMaximized(memory.maximized());
    }

    /// Where it is when it is not maximized.
    WindowMemory.Bounds bounds() {
        return new WindowMemory.Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /// A window on a monitor that is gone could not be reached any more.
    private static boolean isOnAScreen(WindowMemory.Bounds bounds) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen ->
                        screen.contains(bounds.x() + 60, bounds.y() + 20)
                                && bounds.width() <= screen.getWidth() + 1
                                && bounds.height() <= screen.getHeight() + 1);
    }
}
