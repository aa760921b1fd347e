package dev.crossdock.ui.route;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Every route of one direction: those that can be taken, in order, and why not the others.
final class RouteDetails {

    private static final double WIDTH = 440;
    private static final double HEIGHT = 340;
    private static final double ITEM = 48;

    private final Direction direction;
    private final Ladder ladder;

    RouteDetails(Direction direction, Ladder ladder) {
        this.direction = direction;
        this.ladder = ladder;
    }

    void show(Node at) {
        var scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setPrefViewportHeight(height());
        scroll.getStyleClass().add("route-scroll");
        scroll.setId("route-details");
        var popover = new Popover(scroll);
        popover.setTitle(Strings.text("route.title", direction.source(), direction.target()));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.show(at);
    }

    /// A guess: wrapped text has no height before it is shown.
    private double height() {
        int items = ladder.usable().size() + ladder.leftOut().size();
        return Math.min(HEIGHT, 44 + items * ITEM);
    }

    private Node content() {
        var box = new VBox();
        box.getStyleClass().add("route-details");
        if (ladder.usable().isEmpty()) {
            box.getChildren().add(Labels.wrapped(Strings.text("route.details.none")));
        }
        int rung = 1;
        for (Route route : ladder.routes()) {
            String title = rung + ". " + heading(route);
            box.getChildren()
                    .add(
                            item(
                                    title,
                                    RouteWords.full(
                                            route, direction.source(), direction.target())));
            rung++;
        }
        if (!ladder.leftOut().isEmpty()) {
            box.getChildren().add(Labels.title(Strings.text("route.details.leftOut")));
        }
        for (Ladder.LeftOut out : ladder.leftOut()) {
            box.getChildren().add(item(heading(out.route()), VisibleText.of(out.reason())));
        }
        return box;
    }

    private String heading(Route route) {
        String passive = route.passive().map(this::name).orElse("");
        return switch (route.method()) {
            case PROXY, SSCN, CCSN, CPSV ->
                    Strings.text("route.heading", route.method().label(), passive);
            case RELAY -> Strings.text("route.brief.relay");
            case LOCAL -> Strings.text("route.brief.local");
            case CLEAR -> Strings.text("route.heading.clear", passive);
        };
    }

    private String name(Side side) {
        return side == Side.SOURCE ? direction.source() : direction.target();
    }

    private static Node item(String heading, String words) {
        var title = new Label(heading);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        var item = new VBox(title, Labels.muted(words));
        item.getStyleClass().add("route-item");
        return item;
    }
}
