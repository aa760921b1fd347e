package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.ByteRate;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

import java.util.Optional;

/// Opens the speed limit, and shows it where there is one.
final class LimitButton extends Button {

    private static final PseudoClass LIMITED = PseudoClass.getPseudoClass("limited");

    private final Node icon = Icon.SPEED.node();

    LimitButton(LimitViewModel model) {
        setId("queue-limit");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "limit-button");
        setGraphic(icon);
        // The text grows away from the icon, which the popover points at.
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        model.limitProperty().subscribe(this::show);
        setOnAction(_ -> new LimitPopover(model).show(this, icon));
    }

    private void show(Optional<ByteRate> limit) {
        pseudoClassStateChanged(LIMITED, limit.isPresent());
        setText(limit.map(rate -> Strings.text("queue.limit.brief", rate.word())).orElse(""));
        String words =
                limit.map(rate -> Strings.text("queue.limit.on", rate.word()))
                        .orElse(Strings.text("queue.limit.off"));
        Tip.of(this).say(words);
        setAccessibleText(words);
    }
}
