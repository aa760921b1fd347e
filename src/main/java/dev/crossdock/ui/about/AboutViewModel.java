package dev.crossdock.ui.about;

import dev.crossdock.about.Library;
import dev.crossdock.about.Parts;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.List;
import java.util.Locale;

/// The libraries, as far as they match what is typed.
final class AboutViewModel {

    private final AboutFacts facts;
    private final FilteredList<Library> shown;
    private final StringProperty filter = new SimpleStringProperty("");

    AboutViewModel(AboutFacts facts) {
        this.facts = facts;
        List<Library> all =
                switch (facts.parts()) {
                    case Parts.Listed(var libraries) -> libraries;
                    case Parts.NotBuilt _, Parts.Unreadable _ -> List.of();
                };
        shown = new FilteredList<>(FXCollections.observableArrayList(all));
        filter.subscribe(words -> {
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(library -> text(library).contains(wanted));
        });
    }

    AboutFacts facts() {
        return facts;
    }

    ObservableList<Library> shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// Whether there is anything to filter.
    boolean hasLibraries() {
        return !shown.getSource().isEmpty();
    }

    /// What stands where no library is shown.
    String emptyWords() {
        return switch (facts.parts()) {
            case Parts.Listed _ -> Strings.text("about.libraries.noMatch");
            case Parts.NotBuilt _ -> Strings.text("about.libraries.notBuilt");
            case Parts.Unreadable(String reason) ->
                    Strings.text("about.libraries.unreadable", reason);
        };
    }

    private static String text(Library library) {
        return String.join(
                        "\n", library.name(), library.group(), library.version(), library.licence())
                .toLowerCase(Locale.ROOT);
    }
}
