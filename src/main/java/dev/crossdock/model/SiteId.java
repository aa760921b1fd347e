package dev.crossdock.model;

import java.util.UUID;

/// Names a site for as long as it exists, through renames. A quick connection has one too.
public record SiteId(String value) {

    /// This computer itself: paths are those of its file system.
    public static final SiteId LOCAL = new SiteId("this-computer");

    public SiteId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a site id is not blank");
        }
    }

    public static SiteId random() {
        return new SiteId(UUID.randomUUID().toString());
    }

    public boolean isLocal() {
        return equals(LOCAL);
    }

    @Override
    public String toString() {
        return value;
    }
}
