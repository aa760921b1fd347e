package dev.crossdock.ui.settings;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.SkipRules;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/// Names that somebody tries the rules on, and what comes of each.
final class Trial {

    /// More would be work for too long between two keys.
    static final int MOST_NAMES = 200;

    private final StringProperty names = new SimpleStringProperty("");
    private final ObservableList<SkipRules.Verdict> verdicts = FXCollections.observableArrayList();
    private final ObservableList<SkipRules.Verdict> shown =
            FXCollections.unmodifiableObservableList(verdicts);
    private List<NamePattern> rules = List.of();

    Trial() {
        names.subscribe(this::tryAgain);
    }

    /// One in a line; one that ends in `/` is a folder.
    StringProperty namesProperty() {
        return names;
    }

    ObservableList<SkipRules.Verdict> verdicts() {
        return shown;
    }

    void rules(List<NamePattern> now) {
        rules = now;
        tryAgain();
    }

    private void tryAgain() {
        SkipRules skip = SkipRules.of(rules);
        verdicts.setAll(
                names.get()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.equals("/"))
                        .limit(MOST_NAMES)
                        .map(line -> verdict(skip, line))
                        .toList());
    }

    private static SkipRules.Verdict verdict(SkipRules skip, String line) {
        boolean folder = line.endsWith("/");
        String name = folder ? line.substring(0, line.length() - 1) : line;
        return skip.tried(List.of(name), folder ? JobSpec.Kind.FOLDER : JobSpec.Kind.FILE)
                .getFirst();
    }
}
