package dev.crossdock.ui.pane;

import java.util.Optional;
import java.util.UUID;

/// What is being dragged right now. The dragboard has only its token.
///
/// Both panes share one; it lives on the JavaFX thread.
public final class Carried {

    private Optional<Selection> selection = Optional.empty();
    private String token = "";

    /// @return the token to put on the dragboard
    String pickUp(Selection picked) {
        selection = Optional.of(picked);
        token = UUID.randomUUID().toString();
        return token;
    }

    /// The selection that belongs to a token from a dragboard.
    Optional<Selection> find(Object onDragboard) {
        return token.equals(onDragboard) ? selection : Optional.empty();
    }

    void putDown() {
        selection = Optional.empty();
        token = "";
    }
}
