package dev.crossdock.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

    /// The same for each server that is told by its address alone.
    public static SiteId of(TlsMode tls, String user, String host, int port) {
        String address =
                "%s %s@%s:%d".formatted(tls.name(), user, host.toLowerCase(Locale.ROOT), port);
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        return new SiteId(UUID.nameUUIDFromBytes(bytes).toString());
    }

    public boolean isLocal() {
        return equals(LOCAL);
    }

    @Override
    public String toString() {
        return value;
    }
}
