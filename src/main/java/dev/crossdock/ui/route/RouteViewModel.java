package dev.crossdock.ui.route;

import dev.crossdock.browse.RoutePreview;
import dev.crossdock.model.ServerFacts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/// Keeps the routes of both directions up to date with what the panes are on, what is allowed, and
/// what was learned.
public final class RouteViewModel {

    private final RoutePreview preview;
    private final RulesViewModel rules;
    private final ReadOnlyObjectWrapper<Direction> toRight =
            new ReadOnlyObjectWrapper<>(Direction.UNKNOWN);
    private final ReadOnlyObjectWrapper<Direction> toLeft =
            new ReadOnlyObjectWrapper<>(Direction.UNKNOWN);
    private Optional<ServerFacts> left = Optional.empty();
    private Optional<ServerFacts> right = Optional.empty();
    private boolean stale;

    public RouteViewModel(RoutePreview preview, RulesViewModel rules) {
        this.preview = preview;
        this.rules = rules;
        rules.currentProperty().subscribe(_ -> show());
    }

    public ReadOnlyObjectProperty<Direction> toRightProperty() {
        return toRight.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Direction> toLeftProperty() {
        return toLeft.getReadOnlyProperty();
    }

    /// Takes what is known of the two servers; empty while a pane is not connected.
    public void update(Optional<ServerFacts> onLeft, Optional<ServerFacts> onRight) {
        left = onLeft;
        right = onRight;
        rules.update(onLeft.map(ServerFacts::server), onRight.map(ServerFacts::server));
        show();
    }

    /// A transfer may have taught something.
    public void learned() {
        stale = true;
    }

    /// Looks again if something was learned.
    public void tick() {
        if (stale) {
            show();
        }
    }

    private void show() {
        stale = false;
        toRight.set(direction(left, right));
        toLeft.set(direction(right, left));
    }

    private Direction direction(Optional<ServerFacts> source, Optional<ServerFacts> target) {
        if (source.isEmpty() || target.isEmpty()) {
            return Direction.UNKNOWN;
        }
        var policy = rules.policy(source.get().server(), target.get().server());
        return new Direction(
                source.get().server().name(),
                target.get().server().name(),
                Optional.of(preview.ladder(source.get(), target.get(), policy)));
    }
}
