package dev.crossdock.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.Optional;

/// Puts a stage where it was, as far as the screens of today allow, and tells where it is.
final class WindowFrame {

    static final Sizes MAIN = new Sizes(1180, 780, 940, 600);
    static final Sizes SITES = new Sizes(960, 700, 820, 560);

    private final Stage stage;
    private final Sizes sizes;

    record Sizes(double usualWidth, double usualHeight, double minWidth, double minHeight) {}

    WindowFrame(Stage stage, Sizes sizes) {
        this.stage = stage;
        this.sizes = sizes;
    }

    /// @param before where it was, if it ever was anywhere
    void restore(Optional<WindowMemory.Bounds> before) {
        stage.setMinWidth(sizes.minWidth());
        stage.setMinHeight(sizes.minHeight());
        Optional<WindowMemory.Bounds> bounds = before.filter(WindowFrame::isOnAScreen);
        if (bounds.isPresent()) {
            stage.setX(bounds.get().x());
            stage.setY(bounds.get().y());
            stage.setWidth(Math.max(sizes.minWidth(), bounds.get().width()));
            stage.setHeight(Math.max(sizes.minHeight(), bounds.get().height()));
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(sizes.usualWidth(), screen.getWidth()));
            stage.setHeight(Math.min(sizes.usualHeight(), screen.getHeight()));
        }
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
