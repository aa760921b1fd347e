package dev.crossdock.ui.route;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// Opens what is allowed between the two servers, and shows it where it is not the usual; red from
/// the moment that data may travel unencrypted.
final class RulesButton extends Button {

    private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final FontIcon icon = Icon.RULES.node();

    RulesButton(RulesViewModel model) {
        setId("rules");
        getStyleClass().addAll(Styles.FLAT, "rules-button");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        model.currentProperty().subscribe(this::show);
        setOnAction(_ -> new RulesPopover(model).show(this));
    }

    private void show(Optional<RulesViewModel.Between> between) {
        boolean clear = between.filter(now -> now.rule().allowClear()).isPresent();
        boolean changed = between.filter(now -> !now.rule().isUsual()).isPresent();
        setDisable(between.isEmpty());
        (clear ? Icon.UNLOCKED : Icon.RULES).showIn(icon);
        pseudoClassStateChanged(CLEAR, clear);
        pseudoClassStateChanged(CHANGED, changed && !clear);
        String words = between.map(now -> RulesWords.brief(now.rule())).orElse("");
        setText(words);
        String more =
                between.map(now -> Strings.text("rules.tooltip", now.left(), now.right()))
                        .orElse(Strings.text("shell.notConnected"));
        Tip.of(this).say(more);
        setAccessibleText(words.isEmpty() ? more : more + " " + words);
    }
}
