package dev.crossdock.bench;

import java.util.Locale;

/// Says figures.
final class Figures {

    private Figures() {}

    @SuppressWarnings("AnnotateFormatMethod")
    static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }

    /// @param start by [System#nanoTime]
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
