package dev.crossdock.ui.pane;

import dev.crossdock.model.ServerFacts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what a server can do.
public final class BadgeRow extends FlowPane {

    public BadgeRow(String id) {
        setId(id);
        getStyleClass().add("badge-row");
    }

    BadgeRow(PaneViewModel model) {
        this(model.side().id() + "-badges");
        model.stateProperty().subscribe(_ -> show(model.facts()));
    }

    /// Nothing, as long as there is no server.
    public void show(Optional<ServerFacts> facts) {
        List<Badge> badges = facts.map(Badge::of).orElse(List.of());
        getChildren().setAll(badges.stream().map(BadgeRow::node).toList());
    }

    private static Label node(Badge badge) {
        var label = new Label(badge.label());
        label.getStyleClass()
                .addAll("badge", "badge-" + badge.look().name().toLowerCase(Locale.ROOT));
        boolean absent = badge.look() == Badge.Look.ABSENT;
        label.setAccessibleText(
                Strings.text(absent ? "badge.absent" : "badge.present", badge.label()));
        Tip.of(label).say(badge.explanation()).lasting();
        return label;
    }
}
