package dev.crossdock.cli;

import java.util.List;
import java.util.Locale;

/// Numbers of bytes for people: `999 B`, `1.5 MB`.
final class Amount {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private Amount() {}

    static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        double value = count / 1000.0;
        int unit = 0;
        // What would be rounded to 1000.0 is one of the next unit.
        while (value >= 999.95 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
    }
}
