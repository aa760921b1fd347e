package dev.crossdock.ui.sites;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.Node;

/// What it means to do without TLS.
final class ClearWarning {

    private ClearWarning() {}

    static Node node() {
        var words = Labels.wrapped(Strings.text("connect.clear.warning"));
        words.setId("site-clear-warning");
        words.setGraphic(Icon.UNLOCKED.node("danger-icon"));
        words.getStyleClass().addAll("danger-text", "clear-warning");
        words.setMaxWidth(Double.MAX_VALUE);
        return words;
    }
}
