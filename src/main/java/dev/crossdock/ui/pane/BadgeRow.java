package dev.crossdock.ui.pane;

import dev.crossdock.ui.control.Strings;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;

import java.util.List;
import java.util.Locale;

/// Shows what the server of a pane can do.
final class BadgeRow extends FlowPane {

    private static final double TOOLTIP_WIDTH = 380;

    BadgeRow(PaneViewModel model) {
        setId(model.side().id() + "-badges");
        getStyleClass().add("badge-row");
        model.stateProperty().subscribe(_ -> show(model.facts().map(Badge::of).orElse(List.of())));
    }

    private void show(List<Badge> badges) {
        getChildren().setAll(badges.stream().map(BadgeRow::node).toList());
    }

    private static Label node(Badge badge) {
        var label = new Label(badge.label());
        label.getStyleClass()
                .addAll("badge", "badge-" + badge.look().name().toLowerCase(Locale.ROOT));
        boolean absent = badge.look() == Badge.Look.ABSENT;
        label.setAccessibleText(
                Strings.text(absent ? "badge.absent" : "badge.present", badge.label()));
        label.setAccessibleHelp(badge.explanation());
        var tooltip = new Tooltip(badge.explanation());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setShowDuration(Duration.INDEFINITE);
        label.setTooltip(tooltip);
        return label;
    }
}
