package dev.crossdock.ui.shell;

import dev.crossdock.ui.pane.PaneSide;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that work wherever the cursor is.
final class ShellKeys {

    /// What the keys do.
    interface Actions {
        void copyFromActive();

        void refreshActive();

        void focusPath();

        void openSites(PaneSide side);

        void focus(PaneSide side);

        void focusQueue();

        void manageSites();

        void showSettings();

        void lockVault();

        void showKeys();

        void quit();
    }

    private final Scene scene;

    ShellKeys(Scene scene) {
        this.scene = scene;
    }

    void install(Actions actions) {
        on(new KeyCodeCombination(KeyCode.F5), actions::copyFromActive);
        on(shortcut(KeyCode.R), actions::refreshActive);
        on(shortcut(KeyCode.L), actions::focusPath);
        on(alt(KeyCode.F1), () -> actions.openSites(PaneSide.LEFT));
        on(alt(KeyCode.F2), () -> actions.openSites(PaneSide.RIGHT));
        on(shortcut(KeyCode.DIGIT1), () -> actions.focus(PaneSide.LEFT));
        on(shortcut(KeyCode.DIGIT2), () -> actions.focus(PaneSide.RIGHT));
        on(shortcut(KeyCode.DIGIT3), actions::focusQueue);
        on(shortcut(KeyCode.S), actions::manageSites);
        on(shortcut(KeyCode.COMMA), actions::showSettings);
        on(
                new KeyCodeCombination(
                        KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                actions::lockVault);
        on(new KeyCodeCombination(KeyCode.F1), actions::showKeys);
        on(shortcut(KeyCode.Q), actions::quit);
    }

    private void on(KeyCombination key, Runnable action) {
        scene.getAccelerators().put(key, action);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
