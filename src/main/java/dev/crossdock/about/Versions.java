package dev.crossdock.about;

import java.util.List;

/// What is asked of who reports a fault.
public final class Versions {

    private Versions() {}

    /// Those of this program and of what it runs on, in the order they are shown.
    public static List<Fact> of(Build build) {
        return List.of(
                new Fact("Crossdock", build.words()),
                new Fact("Java", property("java.version") + ", " + property("java.vendor")),
                new Fact("JavaFX", property("javafx.runtime.version")),
                new Fact(
                        "System",
                        "%s %s, %s"
                                .formatted(
                                        property("os.name"),
                                        property("os.version"),
                                        property("os.arch"))));
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
