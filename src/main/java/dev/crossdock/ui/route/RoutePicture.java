package dev.crossdock.ui.route;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;
import dev.crossdock.ui.pane.PaneSide;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Two servers and the connection between them.
///
/// The left pane's server is always on the left. The arrow points at the server that listens.
final class RoutePicture extends HBox {

    private static final double NAME_WIDTH = 110;

    private final Route route;

    /// @param sourceSide the pane that holds the source
    RoutePicture(Direction direction, Route route, PaneSide sourceSide) {
        this.route = route;
        getStyleClass().add("route-picture");
        setAlignment(Pos.CENTER);
        boolean sourceIsLeft = sourceSide == PaneSide.LEFT;
        Side left = sourceIsLeft ? Side.SOURCE : Side.TARGET;
        getChildren().addAll(box(direction, left), line(left), box(direction, left.other()));
    }

    private Node box(Direction direction, Side side) {
        String name = side == Side.SOURCE ? direction.source() : direction.target();
        var label = new Label(name);
        label.setMaxWidth(NAME_WIDTH);
        label.getStyleClass().add("route-name");
        Tip.of(label).say(name);
        var role = new Label(role(side));
        role.getStyleClass().addAll(Styles.TEXT_SMALL, "route-role");
        if (isTlsClient(side)) {
            role.setGraphic(Icon.TLS_CLIENT.node("route-key"));
        }
        var box = new VBox(label, role);
        box.getStyleClass().add("route-box");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private String role(Side side) {
        if (route.passive().isEmpty()) {
            return Strings.text("route.role.relayed");
        }
        String role =
                Strings.text(
                        route.passive().get() == side
                                ? "route.role.listens"
                                : "route.role.connects");
        return isTlsClient(side) ? role + Strings.text("route.role.client") : role;
    }

    private boolean isTlsClient(Side side) {
        return route.tlsClient().filter(client -> client == side).isPresent();
    }

    private Node line(Side left) {
        var shaft = new Region();
        shaft.getStyleClass().add("route-shaft");
        HBox.setHgrow(shaft, Priority.ALWAYS);
        var arrow = new HBox(shaft);
        arrow.setAlignment(Pos.CENTER);
        if (route.passive().isPresent()) {
            boolean pointsLeft = route.passive().get() == left;
            var head = new Region();
            head.getStyleClass()
                    .addAll("route-head", pointsLeft ? "route-head-left" : "route-head-right");
            arrow.getChildren().add(pointsLeft ? 0 : 1, head);
        }
        var lock =
                route.protection() == Protection.CLEAR
                        ? Icon.UNLOCKED.node("route-lock")
                        : (route.passive().isEmpty() ? Icon.RELAY : Icon.LOCKED).node("route-lock");
        var seal = new StackPane(lock);
        seal.getStyleClass().add("route-seal");
        seal.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var line = new StackPane(arrow, seal);
        line.getStyleClass()
                .addAll(
                        "route-line",
                        route.protection() == Protection.CLEAR ? "route-clear" : "route-safe");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }
}
