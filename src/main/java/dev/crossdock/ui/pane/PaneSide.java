package dev.crossdock.ui.pane;

/// Which of the two panes.
public enum PaneSide {
    LEFT("left"),
    RIGHT("right");

    private final String id;

    PaneSide(String id) {
        this.id = id;
    }

    /// Begins the ids of the pane's controls.
    public String id() {
        return id;
    }

    public PaneSide other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
