package dev.crossdock.ui.control;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// The tooltip of a node, made when the pointer first comes to it.
///
/// Each tooltip is a window; a window full of buttons would make dozens of them before it is seen.
public final class Tip {

    private static final double WIDTH = 380;
    private static final Duration SOON = Duration.millis(300);

    private final Node node;
    private final EventHandler<MouseEvent> entered = _ -> make();
    private String words = "";
    private boolean lasts;
    private @Nullable Tooltip made;

    private Tip(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered);
    }

    /// The one of this node.
    public static Tip of(Node node) {
        return (Tip) node.getProperties().computeIfAbsent(Tip.class, _ -> new Tip(node));
    }

    /// Is also what assistive technology hears as help.
    ///
    /// @param text none is made while it is empty
    public Tip say(String text) {
        words = text;
        node.setAccessibleHelp(text);
        if (made != null) {
            made.setText(text);
        }
        return this;
    }

    /// For an explanation: it comes soon, and stays as long as the pointer.
    public Tip lasting() {
        lasts = true;
        return this;
    }

    private void make() {
        if (words.isEmpty()) {
            return;
        }
        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, entered);
        var tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        if (lasts) {
            tooltip.setShowDelay(SOON);
            tooltip.setShowDuration(Duration.INDEFINITE);
        }
        // Shown by the pointer's next move over the node.
        Tooltip.install(node, tooltip);
        made = tooltip;
    }
}
