package dev.crossdock.ui.settings;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.SkipRules;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import java.util.Locale;
import java.util.stream.Collectors;

/// How the choices read.
final class SettingsWords {

    private SettingsWords() {}

    static String of(ExistsRule rule) {
        return Strings.text("settings.exists." + rule.word());
    }

    static String of(NamePattern.Syntax syntax) {
        return Strings.text("settings.syntax." + lower(syntax));
    }

    static String of(NamePattern.Scope scope) {
        return Strings.text("settings.scope." + lower(scope));
    }

    static String of(WhenDone action) {
        return Strings.text("shell.menu.whenDone." + lower(action));
    }

    /// What comes of a name, and by which rule.
    static String of(SkipRules.Verdict verdict) {
        String what =
                verdict.by()
                        .map(by -> Strings.text("settings.trial.skipped", pattern(by)))
                        .orElse(Strings.text("settings.trial.carried"));
        if (verdict.gaveUp().isEmpty()) {
            return what;
        }
        String slow =
                verdict.gaveUp().stream()
                        .map(SettingsWords::pattern)
                        .collect(Collectors.joining(", "));
        return Strings.text("settings.trial.gaveUp", what, slow);
    }

    private static String pattern(NamePattern pattern) {
        return VisibleText.of(pattern.text());
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
