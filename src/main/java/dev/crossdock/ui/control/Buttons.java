package dev.crossdock.ui.control;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;

/// Buttons with an id, a tooltip and an accessible text.
public final class Buttons {

    private Buttons() {}

    /// A flat button that shows only an icon.
    ///
    /// @param key of the words for the tooltip
    public static Button icon(String id, Icon icon, String key, Runnable action) {
        var button = new Button(null, icon.node());
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return dressed(button, id, key, action);
    }

    /// A button with an icon and words.
    public static Button text(String id, Icon icon, String key, Runnable action) {
        var button = new Button(Strings.text(key), icon.node());
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Button plain(String id, String key, Runnable action) {
        var button = new Button(Strings.text(key));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static ToggleButton tab(String id, Icon icon, String key) {
        var button = new ToggleButton(Strings.text(key), icon.node());
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, "tab-toggle");
        return button;
    }

    private static <B extends ButtonBase> B dressed(
            B button, String id, String key, Runnable action) {
        String words = Strings.text(key);
        button.setId(id);
        Tip.of(button).say(words);
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
