package dev.crossdock.exchange;

import dev.crossdock.site.SiteColour;

import java.util.Arrays;
import java.util.Optional;

/// The numbers that FileZilla has for colours.
final class FileZillaColour {

    private FileZillaColour() {}

    static int number(SiteColour colour) {
        return switch (colour) {
            case NONE -> 0;
            case RED -> 1;
            case GREEN -> 2;
            case BLUE -> 3;
            case YELLOW -> 4;
            case CYAN -> 5;
            case MAGENTA -> 6;
            case ORANGE -> 7;
        };
    }

    static Optional<SiteColour> of(String number) {
        return Arrays.stream(SiteColour.values())
                .filter(colour -> Integer.toString(number(colour)).equals(number))
                .findFirst();
    }
}
