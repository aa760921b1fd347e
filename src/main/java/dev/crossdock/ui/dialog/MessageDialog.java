package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Messages that only need to be read: about, the keys.
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

    public static DialogFrame<Boolean> about(@Nullable Window owner) {
        return new DialogFrame<Boolean>(
                        owner, "about-dialog", Icon.ABOUT, Strings.text("dialog.about.title"))
                .content(
                        Labels.wrapped(Strings.text("dialog.about.text")),
                        Labels.muted(Strings.text("dialog.about.runtime", runtime())))
                .answeringByDefault("about-dialog-ok", Strings.text("dialog.close"), () -> true);
    }

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

    private static String runtime() {
        return System.getProperty("java.version")
                + ", JavaFX "
                + System.getProperty("javafx.runtime.version", "?");
    }
}
