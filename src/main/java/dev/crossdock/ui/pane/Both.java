package dev.crossdock.ui.pane;

import java.util.List;
import java.util.function.Function;

/// One thing for each pane.
public record Both<T>(T left, T right) {

    public static <T> Both<T> of(Function<PaneSide, T> make) {
        return new Both<>(make.apply(PaneSide.LEFT), make.apply(PaneSide.RIGHT));
    }

    public T on(PaneSide side) {
        return switch (side) {
            case LEFT -> left;
            case RIGHT -> right;
        };
    }

    public List<T> all() {
        return List.of(left, right);
    }
}
