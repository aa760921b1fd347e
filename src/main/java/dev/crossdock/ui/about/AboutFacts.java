package dev.crossdock.ui.about;

import dev.crossdock.about.Build;
import dev.crossdock.about.Parts;

import java.util.List;
import java.util.stream.Collectors;

/// What the About box shows.
///
/// @param rows what this is and what it runs on, in the order they are shown
public record AboutFacts(List<Row> rows, Parts parts) {

    public AboutFacts {
        rows = List.copyOf(rows);
    }

    /// One line: `Java` and `25.0.3, Eclipse Adoptium`.
    public record Row(String name, String words) {}

    /// The program that runs; reads a file of the jar.
    public static AboutFacts here() {
        return of(Build.here(), Parts.shipped());
    }

    static AboutFacts of(Build build, Parts parts) {
        return new AboutFacts(
                List.of(
                        new Row("Crossdock", build.words()),
                        new Row("Java", property("java.version") + ", " + property("java.vendor")),
                        new Row("JavaFX", property("javafx.runtime.version")),
                        new Row(
                                "System",
                                "%s %s, %s"
                                        .formatted(
                                                property("os.name"),
                                                property("os.version"),
                                                property("os.arch")))),
                parts);
    }

    /// The rows as they are pasted into a report.
    String text() {
        return rows.stream()
                .map(row -> row.name() + ": " + row.words() + "\n")
                .collect(Collectors.joining());
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
