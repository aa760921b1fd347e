package dev.crossdock.ui.route;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;
import dev.crossdock.ui.pane.PaneSide;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// One direction: its best route, or why there is none.
final class DirectionView extends HBox {

    private final PaneSide sourceSide;
    private final String id;
    private final EvidenceWords evidence;

    DirectionView(String id, PaneSide sourceSide, EvidenceWords evidence) {
        this.id = id;
        this.sourceSide = sourceSide;
        this.evidence = evidence;
        setId(id);
        getStyleClass().add("route-direction");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Direction direction) {
        getChildren().clear();
        Optional<Ladder.Rung> chosen = direction.chosen();
        if (direction.ladder().isEmpty()) {
            getChildren().add(words(Strings.text("route.unknown." + sourceSide.id()), true));
        } else if (chosen.isPresent()) {
            showRoute(direction, direction.ladder().get(), chosen.get());
        } else {
            showNone(direction, direction.ladder().get());
        }
    }

    private void showRoute(Direction direction, Ladder ladder, Ladder.Rung rung) {
        Route route = rung.route();
        String text =
                RouteWords.full(route, direction.source(), direction.target())
                        + "\n"
                        + evidence.full(
                                rung.evidence(), route, direction.source(), direction.target());
        var shown = new VBox(new RoutePicture(direction, route, sourceSide), caption(rung));
        shown.getStyleClass().add("route-shown");
        HBox.setHgrow(shown, Priority.ALWAYS);
        shown.setAccessibleText(text);
        getChildren().addAll(shown, details(direction, ladder));
        Tip.of(shown).say(text);
        setAccessibleText(text);
    }

    /// The method and what is known of it, under the picture.
    private Node caption(Ladder.Rung rung) {
        var label =
                Labels.small(
                        RouteWords.method(rung.route())
                                + " \u00b7 "
                                + evidence.brief(rung.evidence()));
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("route-caption");
        if (rung.route().protection() == Protection.CLEAR) {
            label.getStyleClass().add("danger-text");
        } else if (rung.evidence() instanceof Evidence.Refuted) {
            label.getStyleClass().add("doubt-text");
        }
        return label;
    }

    private void showNone(Direction direction, Ladder ladder) {
        var text = words(Strings.text("route.none", direction.source(), direction.target()), false);
        text.setGraphic(Icon.NO_ROUTE.node("danger-icon"));
        getChildren().addAll(text, details(direction, ladder));
    }

    private Node details(Direction direction, Ladder ladder) {
        var button = Buttons.icon(id + "-details", Icon.ABOUT, "route.details", () -> {});
        button.setOnAction(_ -> new RouteDetails(direction, ladder, evidence).show(button));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label words(String text, boolean muted) {
        var label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_SMALL);
        Tip.of(label).say(text);
        if (muted) {
            label.getStyleClass().add(Styles.TEXT_MUTED);
        }
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
