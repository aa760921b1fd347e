package dev.crossdock.ui.about;

import dev.crossdock.about.Build;
import dev.crossdock.about.Fact;
import dev.crossdock.about.Parts;
import dev.crossdock.about.Versions;

import java.util.List;
import java.util.stream.Collectors;

/// What the About box shows.
///
/// @param rows what this is and what it runs on, in the order they are shown
public record AboutFacts(List<Fact> rows, Parts parts) {

    public AboutFacts {
        rows = List.copyOf(rows);
    }

    /// The program that runs; reads a file of the jar.
    public static AboutFacts here() {
        return of(Build.here(), Parts.shipped());
    }

    static AboutFacts of(Build build, Parts parts) {
        return new AboutFacts(Versions.of(build), parts);
    }

    /// The rows as they are pasted into a report.
    String text() {
        return rows.stream()
                .map(row -> row.name() + ": " + row.words() + "\n")
                .collect(Collectors.joining());
    }
}
