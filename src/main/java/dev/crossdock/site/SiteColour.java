package dev.crossdock.site;

/// What marks a site, so that two servers are not mixed up.
public enum SiteColour {
    NONE,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    CYAN,
    BLUE,
    MAGENTA
}
