package dev.crossdock.ui.route;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import dev.crossdock.model.Ladder;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Every route of one direction: the one that will be taken with all there is to know of it, the
/// ones after it, and why not the others.
final class RouteDetails {

    private static final double WIDTH = 440;
    private static final double HEIGHT = 380;
    private static final double ITEM = 48;

    private final Direction direction;
    private final Ladder ladder;
    private final EvidenceWords evidence;

    RouteDetails(Direction direction, Ladder ladder, EvidenceWords evidence) {
        this.direction = direction;
        this.ladder = ladder;
        this.evidence = evidence;
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
        int caveats = ladder.usable().isEmpty() ? 0 : ladder.usable().getFirst().caveats().size();
        int items = ladder.usable().size() * 2 + caveats + leftOut().size();
        return Math.min(HEIGHT, 44 + items * ITEM);
    }

    private Node content() {
        var box = new VBox();
        box.getStyleClass().add("route-details");
        if (ladder.usable().isEmpty()) {
            box.getChildren().add(Labels.wrapped(Strings.text("route.details.none")));
        } else {
            chosen(box, ladder.usable().getFirst());
        }
        if (ladder.usable().size() > 1) {
            box.getChildren().add(Labels.title(Strings.text("route.details.otherwise")));
        }
        ladder.usable().stream()
                .skip(1)
                .map(rung -> item(heading(rung.route()), words(rung), evidence(rung)))
                .forEach(box.getChildren()::add);
        if (!ladder.leftOut().isEmpty()) {
            box.getChildren().add(Labels.title(Strings.text("route.details.leftOut")));
        }
        leftOut()
                .forEach((reason, methods) ->
                        box.getChildren()
                                .add(
                                        item(
                                                String.join(", ", methods),
                                                Labels.muted(VisibleText.of(reason)))));
        if (!ladder.advices().isEmpty()) {
            box.getChildren().add(Labels.title(Strings.text("route.details.advices")));
        }
        ladder.advices()
                .forEach(advice -> box.getChildren().add(Labels.wrapped(VisibleText.of(advice))));
        return box;
    }

    private void chosen(VBox box, Ladder.Rung rung) {
        box.getChildren()
                .addAll(
                        Labels.title(Strings.text("route.details.chosen")),
                        item(heading(rung.route()), words(rung), evidence(rung)));
        if (!rung.caveats().isEmpty()) {
            box.getChildren().add(Labels.title(Strings.text("route.details.caveats")));
        }
        for (String caveat : rung.caveats()) {
            boolean clear = rung.route().protection() == Protection.CLEAR;
            var line =
                    new HBox(
                            Icon.WARNING.node(clear ? "danger-icon" : "warning-icon"),
                            Labels.growing(Labels.wrapped(VisibleText.of(caveat))));
            line.getStyleClass().add("route-caveat");
            box.getChildren().add(line);
        }
    }

    private Node words(Ladder.Rung rung) {
        return Labels.wrapped(
                RouteWords.full(rung.route(), direction.source(), direction.target()));
    }

    private Node evidence(Ladder.Rung rung) {
        return Labels.muted(
                evidence.full(
                        rung.evidence(), rung.route(), direction.source(), direction.target()));
    }

    /// The routes that one reason keeps out.
    private Map<String, Set<String>> leftOut() {
        return ladder.leftOut().stream()
                .collect(
                        Collectors.groupingBy(
                                Ladder.LeftOut::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        out -> RouteWords.method(out.route()),
                                        Collectors.toCollection(LinkedHashSet::new))));
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

    private static Node item(String heading, Node... words) {
        var title = Labels.wrapped(heading);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        var item = new VBox(title);
        item.getChildren().addAll(words);
        item.getStyleClass().add("route-item");
        return item;
    }
}
