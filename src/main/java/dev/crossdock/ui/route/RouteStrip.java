package dev.crossdock.ui.route;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.pane.PaneSide;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.time.ZoneId;
import java.util.function.Consumer;

/// Under the panes: for each direction the button that copies and the route a file would take, and
/// between them what is allowed.
public final class RouteStrip extends HBox {

    /// @param copy copies the selection of the named pane to the other
    /// @param leftIdle nothing on the left can be copied
    /// @param rightIdle nothing on the right can be copied
    /// @param zone of the dates
    public RouteStrip(
            RouteViewModel model,
            RulesViewModel rules,
            Consumer<PaneSide> copy,
            ObservableBooleanValue leftIdle,
            ObservableBooleanValue rightIdle,
            ZoneId zone) {
        setId("route-strip");
        getStyleClass().add("route-strip");
        Button right =
                button(
                        "copy-right",
                        Icon.COPY_RIGHT,
                        "route.copy.right",
                        () -> copy.accept(PaneSide.LEFT));
        right.setContentDisplay(ContentDisplay.RIGHT);
        right.disableProperty().bind(leftIdle);
        Button left =
                button(
                        "copy-left",
                        Icon.COPY_LEFT,
                        "route.copy.left",
                        () -> copy.accept(PaneSide.RIGHT));
        left.disableProperty().bind(rightIdle);

        var evidence = new EvidenceWords(zone);
        var toRight = new DirectionView("route-right", PaneSide.LEFT, evidence);
        model.toRightProperty().subscribe(toRight::show);
        var toLeft = new DirectionView("route-left", PaneSide.RIGHT, evidence);
        model.toLeftProperty().subscribe(toLeft::show);
        getChildren().addAll(half(right, toRight), new RulesButton(rules), half(left, toLeft));
    }

    private static Button button(String id, Icon icon, String key, Runnable action) {
        Button button = Buttons.text(id, icon, key, action);
        button.getStyleClass().addAll(Styles.ACCENT, "copy-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Strings.text(key + ".accessible"));
        return button;
    }

    private static Node half(Button button, DirectionView view) {
        HBox.setHgrow(view, Priority.ALWAYS);
        boolean toRight = button.getContentDisplay() == ContentDisplay.RIGHT;
        var half = toRight ? new HBox(view, button) : new HBox(button, view);
        half.getStyleClass().add("route-half");
        // Both halves are as wide as the panes above, whatever is in them.
        half.setPrefWidth(100);
        half.setMinWidth(100);
        HBox.setHgrow(half, Priority.ALWAYS);
        return half;
    }
}
