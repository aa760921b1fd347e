package dev.crossdock.ui.control;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels in the few looks the window uses.
public final class Labels {

    private Labels() {}

    /// Words that break into lines rather than being cut off.
    public static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        // Else a label in a box gives up lines before its neighbours give up space.
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label title(String words) {
        var label = wrapped(words);
        label.getStyleClass().add(Styles.TITLE_4);
        return label;
    }

    public static Label muted(String words) {
        var label = wrapped(words);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    /// Small print that wraps.
    public static Label note(String words) {
        var label = wrapped(words);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    public static Label small(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    /// Takes the room that is left in a row.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static <N extends Node> N growing(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
