package dev.crossdock.ui.control;

import java.time.Duration;
import java.util.Locale;

/// Sizes, speeds and times as a person reads them.
public final class Amounts {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    private Amounts() {}

    /// Three digits at most and the unit, in steps of 1024: `0 B`, `1.5 KB`, `100 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = 0;
        // 999.5 would be rounded to a fourth digit.
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String pattern = value < 9.95 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, pattern, value, UNITS[unit]);
    }

    /// In groups of three: `1,234,567`.
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// All digits, in groups of three: `1,234,567 bytes`.
    public static String exactBytes(long bytes) {
        return number(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    public static String speed(double bytesPerSecond) {
        return bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /// `0:07`, `12:30`, `3:05:00`, `2 d 4 h`.
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds >= 86_400) {
            return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
        }
        if (seconds >= 3600) {
            return String.format(
                    Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
