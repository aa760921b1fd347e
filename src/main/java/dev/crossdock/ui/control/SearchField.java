package dev.crossdock.ui.control;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// A field that narrows what is shown, emptied by Esc and by a button of its own.
public final class SearchField extends CustomTextField {

    /// @param id with `-clear` at its end that of the button
    /// @param prompt the key of the words in the empty field
    /// @param accessible the key of the words for who does not see it
    public SearchField(String id, String prompt, String accessible) {
        setId(id);
        setPromptText(Strings.text(prompt));
        setAccessibleText(Strings.text(accessible));
        setLeft(Icon.FILTER.node("muted-icon"));
        Button clear = Buttons.icon(id + "-clear", Icon.CLOSE, "search.clear", this::clear);
        clear.getStyleClass().addAll(Styles.SMALL, "search-clear");
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// None: the theme knows this control, in light and dark; its own sheet knows one look.
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }

    /// What Esc does without words in the field is for others.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        }
    }
}
