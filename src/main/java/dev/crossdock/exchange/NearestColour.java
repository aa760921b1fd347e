package dev.crossdock.exchange;

import dev.crossdock.site.SiteColour;

/// The colour of ours that is nearest to one out of 16 million.
final class NearestColour {

    private NearestColour() {}

    /// @param windows as Windows has it: red is the lowest byte
    static SiteColour of(int windows) {
        SiteColour nearest = SiteColour.NONE;
        int least = Integer.MAX_VALUE;
        for (SiteColour colour : SiteColour.values()) {
            int distance = distance(windows, windows(colour));
            if (colour != SiteColour.NONE && distance < least) {
                least = distance;
                nearest = colour;
            }
        }
        return nearest;
    }

    private static int windows(SiteColour colour) {
        return switch (colour) {
            case NONE -> 0;
            case RED -> 0x0000FF;
            case ORANGE -> 0x0080FF;
            case YELLOW -> 0x00FFFF;
            case GREEN -> 0x00FF00;
            case CYAN -> 0xFFFF00;
            case BLUE -> 0xFF0000;
            case MAGENTA -> 0xFF00FF;
        };
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int step = ((one >> shift) & 0xFF) - ((other >> shift) & 0xFF);
            sum += step * step;
        }
        return sum;
    }
}
