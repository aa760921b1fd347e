package dev.crossdock.ui.route;

import dev.crossdock.browse.RoutePreview;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.TransferPolicy;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/// Keeps the routes of both directions up to date with what the panes are on.
public final class RouteViewModel {

    private final RoutePreview preview;
    private final TransferPolicy policy;
    private final ReadOnlyObjectWrapper<Direction> toRight =
            new ReadOnlyObjectWrapper<>(Direction.UNKNOWN);
    private final ReadOnlyObjectWrapper<Direction> toLeft =
            new ReadOnlyObjectWrapper<>(Direction.UNKNOWN);

    public RouteViewModel(RoutePreview preview, TransferPolicy policy) {
        this.preview = preview;
        this.policy = policy;
    }

    public ReadOnlyObjectProperty<Direction> toRightProperty() {
        return toRight.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Direction> toLeftProperty() {
        return toLeft.getReadOnlyProperty();
    }

    /// Takes what is known of the two servers; empty while a pane is not connected.
    public void update(Optional<ServerFacts> left, Optional<ServerFacts> right) {
        toRight.set(direction(left, right));
        toLeft.set(direction(right, left));
    }

    private Direction direction(Optional<ServerFacts> source, Optional<ServerFacts> target) {
        if (source.isEmpty() || target.isEmpty()) {
            return Direction.UNKNOWN;
        }
        return new Direction(
                source.get().server().name(),
                target.get().server().name(),
                Optional.of(preview.ladder(source.get(), target.get(), policy)));
    }
}
