package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Messages that only need to be read: the keys.
public final class MessageDialog {

    private static final String[] KEYS = {
        "f5",
        "enter",
        "backspace",
        "tab",
        "f2",
        "f7",
        "delete",
        "filter",
        "refresh",
        "path",
        "sites",
        "manager",
        "regions",
        "details",
        "pause",
        "move",
        "settings",
        "lock",
        "keys",
        "quit"
    };

    private MessageDialog() {}

    public static DialogFrame<Boolean> keys(@Nullable Window owner) {
        var grid = new FactGrid();
        for (String key : KEYS) {
            grid.fact(Strings.text("keys." + key + ".key"), Strings.text("keys." + key + ".does"));
        }
        return new DialogFrame<Boolean>(
                        owner, "keys-dialog", Icon.KEYS, Strings.text("dialog.keys.title"))
                .content(grid)
                .answeringByDefault("keys-dialog-ok", Strings.text("dialog.close"), () -> true);
    }
}
