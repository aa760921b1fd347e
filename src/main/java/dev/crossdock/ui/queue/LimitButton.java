package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.ByteRate;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

import java.util.Optional;

/// Opens the speed limit, and shows it where there is one.
final class LimitButton extends Button {

    private static final PseudoClass LIMITED = PseudoClass.getPseudoClass("limited");

    private final Node icon = Icon.SPEED.node();
    private final Tooltip tooltip = new Tooltip();

    LimitButton(LimitViewModel model) {
        setId("queue-limit");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "limit-button");
        setGraphic(icon);
        // The text grows away from the icon, which the popover points at.
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        model.limitProperty().subscribe(this::show);
        setOnAction(_ -> new LimitPopover(model).show(this, icon));
    }

    private void show(Optional<ByteRate> limit) {
        pseudoClassStateChanged(LIMITED, limit.isPresent());
        setText(limit.map(rate -> Strings.text("queue.limit.brief", rate.word())).orElse(""));
        String words =
                limit.map(rate -> Strings.text("queue.limit.on", rate.word()))
                        .orElse(Strings.text("queue.limit.off"));
        tooltip.setText(words);
        setAccessibleText(words);
    }
}
