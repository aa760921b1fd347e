package dev.crossdock.ui.pump;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The look of the whole program, and what the system would like it to be.
public final class SystemLook {

    public boolean prefersDark() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /// Gives every window, dialog and popup of the program this stylesheet as its ground.
    public void wear(String stylesheet) {
        Application.setUserAgentStylesheet(stylesheet);
    }
}
