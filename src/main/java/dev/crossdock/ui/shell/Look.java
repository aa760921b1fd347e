package dev.crossdock.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// Light or dark.
enum Look {
    LIGHT,
    DARK;

    Look other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    String stylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }
}
